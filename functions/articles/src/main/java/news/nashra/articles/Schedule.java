package news.nashra.articles;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// When an article is to be published and withdrawn by the clock. All are instants: no change of a
/// time zone's clock moves them. Immutable.
///
/// @param publishAt when it is to be published; only while it is scheduled
/// @param expireAt when it is to be withdrawn
/// @param choosesRelated whether its related articles are still to be chosen; only while it is
///   scheduled
/// @param release how it was published, if the clock did that
public record Schedule(
    Optional<Instant> publishAt,
    Optional<Instant> expireAt,
    boolean choosesRelated,
    Optional<Release> release) {
  /// How far ahead a sweep looks. The next one comes after a minute, give or take some seconds: a
  /// cold start, and the
  /// [precision](https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html) of
  /// EventBridge Scheduler.
  public static final Duration LOOK_AHEAD = Duration.ofSeconds(75);

  public static final Schedule NONE =
      new Schedule(Optional.empty(), Optional.empty(), false, Optional.empty());

  /// The publication of a scheduled article.
  ///
  /// @param at when it was committed
  /// @param lateMillis how long after its `publishAt` that was
  public record Release(Instant at, long lateMillis) {}

  /// Whether the article was to be withdrawn by `now`.
  public boolean hasEnded(Instant now) {
    return expireAt.filter(end -> !end.isAfter(now)).isPresent();
  }

  /// The schedule of an article that was published at `now` because it was due.
  Schedule released(Instant now) {
    var late = Duration.between(publishAt.orElseThrow(), now).toMillis();
    return new Schedule(Optional.empty(), expireAt, false, Optional.of(new Release(now, late)));
  }
}
