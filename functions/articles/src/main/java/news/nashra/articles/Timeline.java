package news.nashra.articles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When an article was published, changed and corrected, as readers are told, and when it is to be
/// published and withdrawn. Immutable.
///
/// @param publishedAt its first publication, which never changes
/// @param updatedAt the last change of what readers read ([ReaderChange]); of an article that is
///   not published, the last revision
/// @param corrections oldest first, no two at the same instant
public record Timeline(
    Optional<Instant> publishedAt,
    Instant updatedAt,
    List<Correction> corrections,
    Schedule schedule) {
  public Timeline {
    corrections = List.copyOf(corrections);
  }

  /// The timeline of an article for which the clock does nothing.
  public Timeline(Optional<Instant> publishedAt, Instant updatedAt, List<Correction> corrections) {
    this(publishedAt, updatedAt, corrections, Schedule.NONE);
  }

  /// The timeline of an article that is new at `now`.
  public static Timeline start(Instant now) {
    return new Timeline(Optional.empty(), now, List.of());
  }

  /// The timeline of an article that is published at `now`, for the first time or once more.
  public Timeline published(Instant now) {
    return new Timeline(publishedAt.or(() -> Optional.of(now)), updatedAt, corrections, schedule);
  }

  /// The timeline of a scheduled article that is released at `now`. Readers are told the time for
  /// which it was scheduled, even if it is late.
  Timeline released(Instant now) {
    var due = schedule.publishAt().orElseThrow();
    return new Timeline(
        publishedAt.or(() -> Optional.of(due)), due, corrections, schedule.released(now));
  }

  public Timeline updated(Instant now) {
    return new Timeline(publishedAt, now, corrections, schedule);
  }

  public Timeline withCorrections(List<Correction> all) {
    return new Timeline(publishedAt, updatedAt, all, schedule);
  }

  public Timeline withSchedule(Schedule other) {
    return new Timeline(publishedAt, updatedAt, corrections, other);
  }

  /// The timeline of an article that is withdrawn at `now`. What it was scheduled for is over.
  Timeline withdrawn(Instant now) {
    var kept = new Schedule(Optional.empty(), schedule.expireAt(), false, schedule.release());
    return updated(now).withSchedule(kept);
  }
}
