package news.nashra.homepage.archives;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Days and months at clock changes in Casablanca (Ramadan) and Cairo. In Cairo the hour that is
/// skipped in spring begins at midnight, and the hour that is repeated in autumn ends there.
class EditionCalendarTest {
  private static final Duration STEP = Duration.ofMinutes(10);

  @ParameterizedTest
  @CsvSource({
    "Africa/Casablanca, 2026-02-13T00:00:00Z",
    "Africa/Casablanca, 2026-03-20T00:00:00Z",
    "Africa/Cairo, 2026-04-22T00:00:00Z",
    "Africa/Cairo, 2026-10-28T00:00:00Z",
    "Europe/Paris, 2026-12-30T00:00:00Z"
  })
  void everyInstantIsInTheSpanOfItsDayAndOfNoOther(String zone, Instant from) {
    var days = new EditionCalendar(ZoneId.of(zone));
    for (var i = from; i.isBefore(from.plus(Duration.ofDays(5))); i = i.plus(STEP)) {
      var day = days.dayOf(i);
      assertThat(holds(days.span(day), i)).as(zone + " " + i).isTrue();
      assertThat(holds(days.span(day.minusDays(1)), i)).isFalse();
      assertThat(holds(days.span(day.plusDays(1)), i)).isFalse();
      assertThat(holds(days.span(days.monthOf(i)), i)).isTrue();
      assertThat(holds(days.span(days.monthOf(i).plusMonths(1)), i)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go from midnight to one, so the day begins at one.
    "Africa/Cairo, 2026-04-24, 2026-04-23T22:00:00Z, 23",
    // The hour before midnight is repeated.
    "Africa/Cairo, 2026-10-29, 2026-10-28T21:00:00Z, 25",
    "Africa/Casablanca, 2026-02-15, 2026-02-14T23:00:00Z, 25",
    "Africa/Casablanca, 2026-03-22, 2026-03-22T00:00:00Z, 23"
  })
  void aDayOfAClockChangeIsLongerOrShorter(String zone, LocalDate day, Instant begins, long hours) {
    var span = new EditionCalendar(ZoneId.of(zone)).span(day);
    assertThat(span.from()).isEqualTo(begins);
    assertThat(Duration.between(span.from(), span.to())).hasHours(hours);
  }

  @ParameterizedTest
  @CsvSource({"2026-02-28T21:59:59Z, 2026-02", "2026-02-28T22:00:00Z, 2026-03"})
  void aMonthEndsByTheClocksOfTheEdition(Instant instant, String month) {
    var days = new EditionCalendar(ZoneId.of("Africa/Cairo")); // two hours ahead in winter
    assertThat(days.monthOf(instant)).isEqualTo(YearMonth.parse(month));
  }

  private static boolean holds(EditionCalendar.Span span, Instant instant) {
    return !instant.isBefore(span.from()) && instant.isBefore(span.to());
  }
}
