package news.nashra.comments;

import java.time.Instant;
import java.util.Optional;

/// What comments know of an article: where it stands, and whether it takes comments.
///
/// @param path the article's address without the origin, `/2026/02/23/slug/`
/// @param withdrawn whether it stands there no more
/// @param closesAt from this instant on no comment is taken; empty for never
public record CommentThread(
    String articleId,
    String path,
    String headline,
    boolean open,
    boolean withdrawn,
    Optional<Instant> closesAt) {

  public boolean acceptsComments(Instant now) {
    return open && closesAt.map(now::isBefore).orElse(true);
  }
}
