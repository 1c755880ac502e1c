package news.nashra.articles.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import news.nashra.articles.Article;
import news.nashra.articles.Schedule;
import news.nashra.articles.Status;
import news.nashra.articles.press.ArticlePress;
import news.nashra.core.Log;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Backoff;

/// Does what is due, and waits for what is due soon. What fails holds up nothing else, and is left
/// to the next sweep. Thread-safe.
final class Sweep {
  /// After this time nothing is begun any more. The function may take 120 seconds.
  private static final Duration BEGIN_WITHIN = Duration.ofSeconds(100);

  /// What is due later than this is usually done by the next sweep. This one looks a moment after
  /// its time whether that has happened, so that the two do not meet in one transaction.
  private static final Duration OWN_MINUTE = Duration.ofSeconds(60);

  private static final Duration AFTER_THE_NEXT_SWEEP = Duration.ofSeconds(1);

  /// The same for one article, which the minute's sweep may have read as well.
  private static final Duration AFTER_THE_SWEEP = Duration.ofMillis(300);

  private static final int MAX_TRIES = 3;

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
    return sweep(articles.until(start.plus(Schedule.LOOK_AHEAD)), start, Duration.ZERO);
  }

  /// Does what is due now or soon to one article.
  Outcomes one(String id) {
    var start = clock.now();
    var due = articles.next(id).filter(d -> isSoon(d, start));
    return sweep(due.stream().toList(), start, AFTER_THE_SWEEP);
  }

  /// @param grace how long after its time each is begun
  private Outcomes sweep(List<Due> due, Instant start, Duration grace) {
    var tasks =
        due.stream().<Callable<List<Outcome>>>map(d -> () -> carryOut(d, start, grace)).toList();
    return new Outcomes(
        tasks.isEmpty() ? List.of() : Parallel.all(tasks).stream().flatMap(List::stream).toList());
  }

  /// What became of something that was due, and what is due to the same article next.
  private record Step(Outcome outcome, Optional<Due> next) {
    static Step last(Outcome outcome) {
      return new Step(outcome, Optional.empty());
    }
  }

  /// Does what is due to an article, and what is due to it soon after.
  private List<Outcome> carryOut(Due first, Instant start, Duration grace) {
    var outcomes = new ArrayList<Outcome>();
    for (var due = Optional.of(first); due.isPresent(); ) {
      var at = due.get().at();
      boolean own = !at.isAfter(start.plus(OWN_MINUTE));
      var step = carryOut(due.get(), start, at.plus(own ? grace : AFTER_THE_NEXT_SWEEP));
      outcomes.add(step.outcome());
      due = step.next().filter(next -> isSoon(next, start));
    }
    return outcomes;
  }

  private static boolean isSoon(Due due, Instant start) {
    return due.at().isBefore(start.plus(Schedule.LOOK_AHEAD));
  }

  private Step carryOut(Due due, Instant start, Instant begin) {
    clock.until(begin);
    for (int tries = 1; clock.now().isBefore(start.plus(BEGIN_WITHIN)); tries++) {
      try {
        return carryOut(due);
      } catch (RuntimeException e) {
        if (tries == MAX_TRIES) {
          Log.error("article not released or withdrawn at its time", e);
          Log.count("ReleaseFailed", Map.of("article", due.id()));
          return Step.last(Outcome.FAILED);
        }
        Backoff.beforeRetry(tries);
      }
    }
    return Step.last(Outcome.LEFT);
  }

  private Step carryOut(Due due) {
    var done = articles.carryOut(due, clock);
    done.ifPresent(this::follow);
    return done.map(Sweep::step).orElse(Step.last(Outcome.NOTHING_TO_DO));
  }

  private static Step step(Article article) {
    return article.status() == Status.PUBLISHED
        ? new Step(Outcome.RELEASED, Due.next(article))
        : Step.last(Outcome.WITHDRAWN);
  }

  /// Presses the pages of an article that was just committed.
  private void follow(Article article) {
    article.schedule().release().filter(r -> isNew(r, article)).ifPresent(Sweep::report);
    ArticlePress.orLeftToTheStream(() -> press.pressCommitted(article));
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
