package news.nashra.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes dates and times for readers: in GMT, with Latin digits, and with the month's name in each
/// of the edition's `monthNames` (`شباط / فبراير`). Names come from the JDK's CLDR data. Safe for
/// use by several threads.
public final class Dates {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private final Edition edition;
  private final Messages messages;

  Dates(Edition edition, Messages messages) {
    this.edition = edition;
    this.messages = messages;
  }

  /// A day and a time, both in GMT: `الاثنين 23 شباط / فبراير 2026، 18:26 GMT`.
  public String full(Instant instant) {
    var day = day(instant.atZone(ZoneOffset.UTC).toLocalDate());
    return messages.get("site.dateAndTime", day, time(instant));
  }

  /// `18:26 GMT`.
  public String time(Instant instant) {
    return CLOCK.format(instant);
  }

  /// The value for a `datetime` attribute, in UTC and to the second: `2026-02-23T18:26:00Z`.
  public String machine(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /// `الاثنين 23 شباط / فبراير 2026`.
  public String day(LocalDate day) {
    var weekday = DateTimeFormatter.ofPattern("EEEE", edition.locale()).format(day);
    return weekday + " " + day.getDayOfMonth() + " " + month(YearMonth.from(day));
  }

  /// `شباط / فبراير 2026`.
  public String month(YearMonth month) {
    var names =
        edition.monthNames().stream()
            .map(locale -> DateTimeFormatter.ofPattern("LLLL", locale).format(month))
            .distinct()
            .collect(Collectors.joining(" / "));
    return names + " " + month.getYear();
  }

  /// The days of the week, beginning with the first one in the edition's country.
  public List<DayOfWeek> week() {
    var first = WeekFields.of(edition.locale()).getFirstDayOfWeek();
    return IntStream.range(0, 7).mapToObj(first::plus).toList();
  }

  /// `الاثنين`.
  public String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, edition.locale());
  }
}
