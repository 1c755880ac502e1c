package news.nashra.comments;

import java.time.Instant;
import java.util.Optional;

/// What comments need to know about an article: its address, and whether it accepts comments.
///
/// @param path the article's address without the origin, `/2026/02/23/slug/`
/// @param withdrawn whether the article was withdrawn and is not published again
/// @param closesAt from this instant on no comment is accepted; empty for never
/// @param forgottenAt when the thread and its comments may be forgotten, which no moderator sees
///   and no page shows; empty for all but the newspaper's check of itself
public record CommentThread(
    String articleId,
    String path,
    String headline,
    boolean open,
    boolean withdrawn,
    Optional<Instant> closesAt,
    Optional<Instant> forgottenAt) {

  /// Whether the article accepts comments at `now`.
  public boolean acceptsComments(Instant now) {
    return open && closesAt.map(now::isBefore).orElse(true);
  }
}
