package news.nashra.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/// Instants as readers see them: in GMT, with Latin digits, the month named as each of the
/// edition's `monthNames` names it (`شباط / فبراير`), from the JDK's CLDR data.
public final class Dates {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'GMT'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private final Edition edition;
  private final String comma;

  public Dates(Edition edition) {
    this.edition = edition;
    this.comma = edition.language().equals("ar") ? "،" : ",";
  }

  /// `الاثنين 23 شباط / فبراير 2026، 18:26 GMT`. Day and hour are both those of Greenwich: an hour
  /// of one zone beside the day of another would name no instant.
  public String full(Instant instant) {
    return day(instant.atZone(ZoneOffset.UTC).toLocalDate()) + comma + " " + time(instant);
  }

  /// `18:26 GMT`.
  public String time(Instant instant) {
    return CLOCK.format(instant);
  }

  /// The value of a `datetime` attribute: `2026-02-23T18:26:00Z`.
  public String machine(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
  }

  /// `الاثنين 23 شباط / فبراير 2026`.
  public String day(LocalDate day) {
    var months =
        edition.monthNames().stream()
            .map(locale -> DateTimeFormatter.ofPattern("LLLL", locale).format(day))
            .distinct()
            .collect(Collectors.joining(" / "));
    var weekday = DateTimeFormatter.ofPattern("EEEE", edition.locale()).format(day);
    return weekday + " " + day.getDayOfMonth() + " " + months + " " + day.getYear();
  }
}
