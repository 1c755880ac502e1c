package news.nashra.articles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When an article was published, changed and corrected, as readers are told. Immutable.
///
/// @param publishedAt its first publication, which never changes
/// @param updatedAt the last change of what readers read ([ReaderChange]); of an article that is
///   not published, the last revision
/// @param corrections oldest first, no two at the same instant
public record Timeline(
    Optional<Instant> publishedAt, Instant updatedAt, List<Correction> corrections) {
  public Timeline {
    corrections = List.copyOf(corrections);
  }

  /// The timeline of an article that is new at `now`.
  public static Timeline start(Instant now) {
    return new Timeline(Optional.empty(), now, List.of());
  }

  /// The timeline of an article that is published at `now`, for the first time or once more.
  public Timeline published(Instant now) {
    return new Timeline(publishedAt.or(() -> Optional.of(now)), updatedAt, corrections);
  }

  public Timeline updated(Instant now) {
    return new Timeline(publishedAt, now, corrections);
  }

  public Timeline withCorrections(List<Correction> all) {
    return new Timeline(publishedAt, updatedAt, all);
  }
}
