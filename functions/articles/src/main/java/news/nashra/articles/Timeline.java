package news.nashra.articles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When an article was published, changed and corrected.
///
/// @param publishedAt of the first publication, which never moves
/// @param corrections oldest first
public record Timeline(
    Optional<Instant> publishedAt, Instant updatedAt, List<Correction> corrections) {
  public Timeline {
    corrections = List.copyOf(corrections);
  }

  /// Before the first revision, which is made at `now`.
  public static Timeline start(Instant now) {
    return new Timeline(Optional.empty(), now, List.of());
  }

  /// After a revision.
  ///
  /// @param published whether the article is published with it
  /// @param correction what it puts right
  public Timeline next(Instant now, boolean published, Optional<String> correction) {
    var all = new ArrayList<>(corrections);
    correction.ifPresent(text -> all.add(new Correction(now, text)));
    return new Timeline(published ? publishedAt.or(() -> Optional.of(now)) : publishedAt, now, all);
  }
}
