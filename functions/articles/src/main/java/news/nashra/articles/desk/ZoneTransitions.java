package news.nashra.articles.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import news.nashra.articles.ArticleLimits;
import news.nashra.core.Instants;

/// How far the clock of a zone is ahead of GMT, from a year ago until the last instant for which an
/// article can be scheduled. An application reads and shows times by these, because its own rules
/// of time zones may be older or newer than the server's.
final class ZoneTransitions {
  private static final Duration PAST = Duration.ofDays(365);
  private static final Duration AHEAD = Duration.ofDays(ArticleLimits.SCHEDULE_DAYS);

  private ZoneTransitions() {}

  /// From `at` on the clock is `offsetSeconds` ahead of GMT, until the next one of the list.
  record Transition(String at, int offsetSeconds) {}

  /// The first one is the offset that holds when the list begins.
  static List<Transition> of(ZoneRules rules, Instant now) {
    var begin = now.minus(PAST).truncatedTo(ChronoUnit.DAYS);
    var end = now.plus(AHEAD);
    var transitions = new ArrayList<Transition>();
    transitions.add(transition(begin, rules));
    var next = rules.nextTransition(begin);
    while (next != null && !next.getInstant().isAfter(end)) {
      transitions.add(transition(next.getInstant(), rules));
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }

  private static Transition transition(Instant at, ZoneRules rules) {
    return new Transition(Instants.format(at), rules.getOffset(at).getTotalSeconds());
  }
}
