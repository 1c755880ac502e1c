package news.nashra.site;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows instants on pages, each as a `time` element. A page is never pressed again because a day
/// is over, so "today" is the day of the page's last update, which the page names; the reader's
/// script adds the date when that day is over (docs/decisions/001-dates-and-times.md). Thread-safe.
public final class Times {
  private final Templates templates = new Templates("news.nashra.site.pages");
  private final Dates dates;
  private final ZoneId zone;
  private final ZoneId zoneOfDays;

  Times(Dates dates, ZoneId zoneOfDays) {
    this.dates = dates;
    this.zone = dates.zone();
    this.zoneOfDays = zoneOfDays;
  }

  /// How one list shows the times of its items.
  public interface OfList {
    Content of(Instant instant);
  }

  /// The weekday, the date and the hour.
  public Content full(Instant instant) {
    return element(shownInFull(instant));
  }

  /// An instant that is named after an earlier one: the hour alone on the same day, and in full
  /// otherwise.
  public Content after(Instant earlier, Instant instant) {
    boolean sameDay = Dates.dayOf(earlier, zone).equals(Dates.dayOf(instant, zone));
    return sameDay ? inDay(zone).of(instant) : full(instant);
  }

  public ShownTime shownInFull(Instant instant) {
    return shown(instant, zone, dates.day(Dates.dayOf(instant, zone)));
  }

  /// The hour alone for instants on the day of `lastUpdate`, and with the date for all others.
  public OfList inList(Optional<Instant> lastUpdate) {
    var today = lastUpdate.map(at -> Dates.dayOf(at, zone));
    return instant -> {
      var day = Dates.dayOf(instant, zone);
      var shown = shown(instant, zone, dates.date(day));
      return element(today.filter(day::equals).isPresent() ? withoutDate(shown, day) : shown);
    };
  }

  /// The clock for lists under the names of days: the edition's, unless it puts one of `instants`
  /// on another day than the calendar. Then the clock by which days begin and end.
  public ZoneId clockOfDays(Collection<Instant> instants) {
    boolean agree =
        instants.stream().allMatch(at -> Dates.dayOf(at, zone).equals(Dates.dayOf(at, zoneOfDays)));
    return agree ? zone : zoneOfDays;
  }

  /// The hour alone: for lists under the names of days.
  public OfList inDay(ZoneId clock) {
    return instant -> {
      var hour = dates.time(instant, clock);
      return element(
          new ShownTime(dates.machine(instant), "", hour, tooltip(instant, clock), null, null));
    };
  }

  /// The weekday, the date and the hour of the last update of a page.
  public Content of(Head.LastUpdate update) {
    var by = update.clock().orElse(zone);
    return element(shown(update.at(), by, dates.day(Dates.dayOf(update.at(), by))));
  }

  private ShownTime shown(Instant instant, ZoneId by, String day) {
    return new ShownTime(
        dates.machine(instant),
        dates.beforeTime(day),
        dates.time(instant, by),
        tooltip(instant, by),
        null,
        null);
  }

  private ShownTime withoutDate(ShownTime time, LocalDate day) {
    var ends = dates.machine(day.plusDays(1).atStartOfDay(zone).toInstant());
    return new ShownTime(time.machine(), "", time.hour(), time.tooltip(), time.date(), ends);
  }

  /// The same instant in GMT, or, if GMT is shown and it is another day there, by the clock of the
  /// edition's days.
  private @Nullable String tooltip(Instant instant, ZoneId shown) {
    if (!ZoneNames.isGmt(shown)) {
      return dates.full(instant, ZoneOffset.UTC);
    }
    LocalDate day = Dates.dayOf(instant, zoneOfDays);
    return day.equals(Dates.dayOf(instant, shown)) ? null : dates.full(instant, zoneOfDays);
  }

  private Content element(ShownTime time) {
    return templates.part("time.jte", Map.of("time", time));
  }
}
