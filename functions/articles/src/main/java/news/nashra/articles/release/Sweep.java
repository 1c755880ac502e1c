package news.nashra.articles.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.nashra.articles.Article;
import news.nashra.articles.Schedule;
import news.nashra.articles.press.ArticlePress;
import news.nashra.core.Log;
import news.nashra.core.Parallel;

/// Does what is due, and waits for what is due soon. What fails holds up nothing else, and is left
/// to the next sweep. Thread-safe.
final class Sweep {
  /// After this time nothing is begun any more. The function may take 120 seconds.
  private static final Duration BEGIN_WITHIN = Duration.ofSeconds(100);

  /// From here on a release counts as late: the goal for 99 of 100.
  static final Duration LATE = Duration.ofMillis(1500);

  private final DueArticles articles;
  private final ArticlePress press;
  private final Waiting clock;

  /// @param press of the pages of articles
  Sweep(DueArticles articles, ArticlePress press, Waiting clock) {
    this.articles = articles;
    this.press = press;
    this.clock = clock;
  }

  /// What became of something that was due.
  enum Outcome {
    RELEASED,
    WITHDRAWN,
    /// Another sweep or an editor was faster.
    NOTHING_TO_DO,
    FAILED,
    /// There was no time for it.
    LEFT
  }

  /// What became of all that was due.
  record Outcomes(List<Outcome> all) {
    int count(Outcome outcome) {
      return Collections.frequency(all, outcome);
    }
  }

  /// Does all that is due now or soon, the oldest first.
  Outcomes all() {
    var start = clock.now();
    return sweep(articles.until(start.plus(Schedule.LOOK_AHEAD)), start);
  }

  /// Does what is due now or soon to one article.
  Outcomes one(String id) {
    var start = clock.now();
    var due = articles.next(id).filter(d -> d.at().isBefore(start.plus(Schedule.LOOK_AHEAD)));
    return sweep(due.stream().toList(), start);
  }

  private Outcomes sweep(List<Due> due, Instant start) {
    var tasks = due.stream().<Callable<Outcome>>map(d -> () -> carryOut(d, start)).toList();
    return new Outcomes(tasks.isEmpty() ? List.of() : Parallel.all(tasks));
  }

  private Outcome carryOut(Due due, Instant start) {
    try {
      clock.until(due.at());
      if (clock.now().isAfter(start.plus(BEGIN_WITHIN))) {
        return Outcome.LEFT;
      }
      var done = articles.carryOut(due, clock);
      done.ifPresent(this::follow);
      return done.isEmpty()
          ? Outcome.NOTHING_TO_DO
          : switch (due.act()) {
            case RELEASE -> Outcome.RELEASED;
            case WITHDRAW -> Outcome.WITHDRAWN;
          };
    } catch (RuntimeException e) {
      Log.error("article not released or withdrawn at its time", e);
      Log.count("ReleaseFailed", Map.of("article", due.id()));
      return Outcome.FAILED;
    }
  }

  /// Presses the pages of an article that was just committed. If that fails, the stream does it.
  private void follow(Article article) {
    article.schedule().release().filter(r -> isNew(r, article)).ifPresent(Sweep::report);
    try {
      press.pressCommitted(article);
    } catch (RuntimeException e) {
      Log.error("page left to the stream", e);
    }
  }

  private static boolean isNew(Schedule.Release release, Article article) {
    return release.at().equals(article.revision().at());
  }

  /// A metric is paid by the hour in which it is sent, so only what is late has one.
  private static void report(Schedule.Release release) {
    if (release.lateMillis() > LATE.toMillis()) {
      Log.seconds("ReleaseLate", Math.ceilDiv(release.lateMillis(), 1000L));
    }
  }
}
