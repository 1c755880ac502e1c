package news.nashra.articles.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import news.nashra.articles.desk.ZoneTransitions.Transition;
import org.junit.jupiter.api.Test;

class ZoneTransitionsTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  /// Paris leaves out an hour in March and has one twice in October.
  @Test
  void clocksThatAreChangedEachYear() {
    assertThat(of("Europe/Paris").subList(0, 4))
        .containsExactly(
            new Transition("2025-11-26T00:00:00.000Z", 3600),
            new Transition("2026-03-29T01:00:00.000Z", 7200),
            new Transition("2026-10-25T01:00:00.000Z", 3600),
            new Transition("2027-03-28T01:00:00.000Z", 7200));
  }

  /// A country that gave up changing its clocks: the old offset until then, the new one since.
  @Test
  void aChangeOfTheRules() {
    var old = ZoneOffset.ofHours(1);
    var since = LocalDateTime.of(2026, Month.SEPTEMBER, 20, 3, 0);
    var rules =
        ZoneRules.of(
            old,
            old,
            List.of(),
            List.of(ZoneOffsetTransition.of(since, old, ZoneOffset.UTC)),
            List.of());
    assertThat(ZoneTransitions.of(rules, NOW))
        .containsExactly(
            new Transition("2025-11-26T00:00:00.000Z", 3600),
            new Transition("2026-09-20T02:00:00.000Z", 0));
  }

  @Test
  void aClockThatIsNeverChangedHasOneOffset() {
    assertThat(of("Asia/Riyadh"))
        .containsExactly(new Transition("2025-11-26T00:00:00.000Z", 10_800));
    assertThat(of("UTC")).containsExactly(new Transition("2025-11-26T00:00:00.000Z", 0));
  }

  /// Every time for which an article can be scheduled is read as the server reads it.
  @Test
  void everyHourUntilTheLastScheduleHasTheOffsetOfTheServer() {
    for (var zone : List.of("Asia/Beirut", "Africa/Casablanca", "America/New_York")) {
      var rules = ZoneId.of(zone).getRules();
      var transitions = of(zone);
      int next = 0;
      var end = NOW.plus(Duration.ofDays(3653));
      for (var at = NOW.minus(Duration.ofDays(365)); at.isBefore(end); at = at.plusSeconds(3600)) {
        while (next < transitions.size()
            && !Instant.parse(transitions.get(next).at()).isAfter(at)) {
          next++;
        }
        assertThat(transitions.get(next - 1).offsetSeconds())
            .as("%s at %s", zone, at)
            .isEqualTo(rules.getOffset(at).getTotalSeconds());
      }
    }
  }

  private static List<Transition> of(String zone) {
    return ZoneTransitions.of(ZoneId.of(zone).getRules(), NOW);
  }
}
