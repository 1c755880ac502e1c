package news.nashra.articles.live;

import java.time.Instant;
import java.util.Optional;

/// What the entries of an article have in common. Every change of an entry makes the next revision,
/// on condition of the one that it saw, so that no two entries get the same number. Immutable.
///
/// @param revision how many revisions its entries have in all
/// @param last the highest number of an entry
/// @param bytes of the bodies of all entries, in UTF-8
/// @param pinned the number of the entry that is shown above the others
/// @param startedAt when the first entry was written
/// @param updatedAt when this revision was made
/// @param changed the number of the entry that this revision writes
public record Coverage(
    long revision,
    long last,
    long bytes,
    Optional<Long> pinned,
    Instant startedAt,
    Instant updatedAt,
    long changed) {

  /// The coverage before its first entry.
  static Coverage start(Instant now) {
    return new Coverage(0, 0, 0, Optional.empty(), now, now, 0);
  }

  /// The revision that changes an entry.
  ///
  /// @param grown by how many bytes; negative if it has become smaller
  /// @param isPinned whether the entry is shown above the others; absent to leave that as it is
  Coverage next(LiveEntry entry, long grown, Optional<Boolean> isPinned, Instant now) {
    var pin = isPinned.map(Boolean::booleanValue).orElse(isPinned(entry.number()));
    return new Coverage(
        revision + 1,
        Math.max(last, entry.number()),
        bytes + grown,
        pin && entry.isThere()
            ? Optional.of(entry.number())
            : pinned.filter(number -> number != entry.number()),
        revision == 0 ? now : startedAt,
        now,
        entry.number());
  }

  /// The same revision with one more of another entry, which is no longer pinned.
  Coverage unpinning() {
    return new Coverage(revision + 1, last, bytes, pinned, startedAt, updatedAt, changed);
  }

  public boolean isPinned(long number) {
    return pinned.filter(n -> n == number).isPresent();
  }
}
