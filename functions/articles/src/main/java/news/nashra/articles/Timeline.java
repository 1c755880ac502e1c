package news.nashra.articles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When an article was published, changed and corrected, as readers are told, when they were
/// without it, and when it is to be published and withdrawn. Immutable.
///
/// @param publishedAt its first publication, which never changes
/// @param imported whether it was published elsewhere, before it came to this newspaper
/// @param updatedAt the last change of what readers read ([ReaderChange]); of an article that is
///   not published, the last revision
/// @param corrections oldest first, no two at the same instant
/// @param interruptions oldest first, the newest [#MAX_INTERRUPTIONS]; only the last may be open
public record Timeline(
    Optional<Instant> publishedAt,
    boolean imported,
    Instant updatedAt,
    List<Correction> corrections,
    List<Interruption> interruptions,
    Schedule schedule) {
  /// Revisions tell of those before.
  public static final int MAX_INTERRUPTIONS = 50;

  /// No article is older. The sitemaps look for one in each year since the oldest.
  public static final Instant OLDEST = Instant.parse("1800-01-01T00:00:00Z");

  public Timeline {
    corrections = List.copyOf(corrections);
    interruptions = List.copyOf(interruptions);
  }

  /// The timeline of an article that is new at `now`.
  public static Timeline start(Instant now) {
    return new Timeline(Optional.empty(), false, now, List.of(), List.of(), Schedule.NONE);
  }

  /// The timeline of an article that is published at `now`, for the first time or once more.
  public Timeline published(Instant now) {
    return new Timeline(
        publishedAt.or(() -> Optional.of(now)),
        imported,
        updatedAt,
        corrections,
        interruptions.stream()
            .map(time -> new Interruption(time.from(), time.to().or(() -> Optional.of(now))))
            .toList(),
        schedule);
  }

  /// The timeline of a scheduled article that is released at `now`. Readers are told the time for
  /// which it was scheduled, even if it is late.
  Timeline released(Instant now) {
    var due = schedule.publishAt().orElseThrow();
    var first = publishedAt.isEmpty() ? published(due) : published(now);
    return first.updated(due).withSchedule(schedule.released(now));
  }

  /// The timeline of an article that was published elsewhere at `then`.
  public Timeline importedFrom(Instant then) {
    return new Timeline(Optional.of(then), true, then, corrections, interruptions, schedule);
  }

  /// The timeline of an article that readers are without since `from`, if they ever had it.
  public Timeline interrupted(Instant from) {
    boolean open = !interruptions.isEmpty() && interruptions.getLast().to().isEmpty();
    if (publishedAt.isEmpty() || open) {
      return this;
    }
    var all = new ArrayList<>(interruptions);
    all.add(new Interruption(from, Optional.empty()));
    int first = Math.max(0, all.size() - MAX_INTERRUPTIONS);
    return new Timeline(
        publishedAt, imported, updatedAt, corrections, all.subList(first, all.size()), schedule);
  }

  public Timeline updated(Instant now) {
    return new Timeline(publishedAt, imported, now, corrections, interruptions, schedule);
  }

  public Timeline withCorrections(List<Correction> all) {
    return new Timeline(publishedAt, imported, updatedAt, all, interruptions, schedule);
  }

  public Timeline withSchedule(Schedule other) {
    return new Timeline(publishedAt, imported, updatedAt, corrections, interruptions, other);
  }

  /// The timeline of an article that is withdrawn at `now`. What it was scheduled for is over.
  Timeline withdrawn(Instant now) {
    var kept = new Schedule(Optional.empty(), schedule.expireAt(), false, schedule.release());
    return updated(now).withSchedule(kept);
  }

  /// The timeline of an article that was withdrawn at `withdrawn` and is a draft again at `now`. It
  /// remembers how it was published; the clock does nothing to it.
  Timeline restored(Instant withdrawn, Instant now) {
    var kept = new Schedule(Optional.empty(), Optional.empty(), false, schedule.release());
    return interrupted(withdrawn).updated(now).withSchedule(kept);
  }
}
