package news.nashra.homepage.archives;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;

/// The days and months of an edition, by the clocks of its time zone. A change of clocks may skip
/// or repeat an hour, even at midnight. Immutable.
public record EditionCalendar(ZoneId zone) {
  /// A stretch of time.
  ///
  /// @param from its first instant
  /// @param to the first instant after it
  record Span(Instant from, Instant to) {}

  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  public YearMonth monthOf(Instant instant) {
    return YearMonth.from(dayOf(instant));
  }

  Span span(LocalDate day) {
    return new Span(start(day), start(day.plusDays(1)));
  }

  Span span(Year year) {
    return new Span(start(year.atDay(1)), start(year.plusYears(1).atDay(1)));
  }

  Span span(YearMonth month) {
    return new Span(start(month.atDay(1)), start(month.plusMonths(1).atDay(1)));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
