package news.nashra.articles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When an article was published, changed and corrected. Immutable.
///
/// @param publishedAt its first publication, which never changes
/// @param corrections oldest first
public record Timeline(
    Optional<Instant> publishedAt, Instant updatedAt, List<Correction> corrections) {
  public Timeline {
    corrections = List.copyOf(corrections);
  }

  /// The timeline before the first revision, which is made at `now`.
  public static Timeline start(Instant now) {
    return new Timeline(Optional.empty(), now, List.of());
  }

  /// The timeline after one more revision.
  ///
  /// @param published whether that revision is published
  /// @param correction the text of the correction that comes with it
  public Timeline next(Instant now, boolean published, Optional<String> correction) {
    var all = new ArrayList<>(corrections);
    correction.ifPresent(text -> all.add(new Correction(now, text)));
    return new Timeline(published ? publishedAt.or(() -> Optional.of(now)) : publishedAt, now, all);
  }
}
