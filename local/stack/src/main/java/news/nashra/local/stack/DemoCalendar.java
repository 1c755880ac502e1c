package news.nashra.local.stack;

import java.time.Duration;
import java.time.Instant;

/// When the articles of the demo edition are published, and what follows each of them: over the
/// last 40 days, closer together towards the end, so that archives and calendars hold something and
/// the homepage has news of today.
///
/// @param end when the load began
/// @param articles how many there are
record DemoCalendar(Instant end, int articles) {
  private static final Duration SPREAD = Duration.ofDays(40);
  private static final Duration LAST = Duration.ofHours(1);

  /// When an article is published; the first one is 0.
  Instant published(int article) {
    double left = articles < 2 ? 0 : (articles - 1.0 - article) / (articles - 1);
    return end.minus(LAST).minusSeconds((long) (SPREAD.toSeconds() * left * left));
  }

  /// The time of one of `steps` steps that follow an article before the next one comes; the first
  /// one is 0.
  Instant step(int article, int step, int steps) {
    var start = published(article);
    var next = article + 1 < articles ? published(article + 1) : end;
    return start.plus(Duration.between(start, next).multipliedBy(step + 1).dividedBy(steps + 1));
  }
}
