package news.nashra.articles.release;

import static news.nashra.articles.release.NightDesk.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A change of the clock in the edition's time zone neither shifts nor doubles a release: its time
/// is an instant. Only the day in the address is that of the zone.
class ClockChangeTest {
  @RegisterExtension static final LocalServices SERVICES = NightDesk.services();

  /// Two instants an hour apart around a change: in autumn the same hour is shown twice, in spring
  /// one is skipped, and in Casablanca Ramadan takes an hour away and gives it back.
  @ParameterizedTest
  @CsvSource({
    "Europe/Paris, 2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, /2026/10/25/, /2026/10/25/",
    "Europe/Paris, 2026-03-29T00:30:00Z, 2026-03-29T01:30:00Z, /2026/03/29/, /2026/03/29/",
    "Africa/Cairo, 2026-10-29T20:30:00Z, 2026-10-29T21:30:00Z, /2026/10/29/, /2026/10/29/",
    "Africa/Cairo, 2026-04-23T21:30:00Z, 2026-04-23T22:30:00Z, /2026/04/23/, /2026/04/24/",
    "Africa/Casablanca, 2026-02-15T01:30:00Z, 2026-02-15T02:30:00Z, /2026/02/15/, /2026/02/15/"
  })
  void eachIsReleasedOnceAtItsInstant(
      String zone, Instant first, Instant second, String firstDay, String secondDay) {
    var desk = new NightDesk(SERVICES, NightDesk.in(zone));
    desk.clock.set(first.minus(Duration.ofHours(5)));
    var one = desk.create(scheduled("الأول", first));
    var two = desk.create(scheduled("الثاني", second));
    int released = 0;
    var end = second.plus(Duration.ofHours(2));
    while (desk.clock.instant().isBefore(end)) {
      var begun = desk.clock.instant();
      released += desk.sweep().path("released").asInt();
      desk.clock.set(begun.plus(Duration.ofMinutes(1)));
    }
    assertThat(released).isEqualTo(2);
    for (var id : new String[] {one, two}) {
      var read = desk.read(id);
      var due = id.equals(one) ? first : second;
      assertThat(Instant.parse(read.path("publishedAt").asText())).isEqualTo(due);
      assertThat(Instant.parse(read.path("releasedAt").asText())).isEqualTo(due);
      assertThat(read.path("url").asText()).startsWith(id.equals(one) ? firstDay : secondDay);
      assertThat(read.path("revision").asInt()).isEqualTo(2);
    }
  }
}
