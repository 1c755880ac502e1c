package news.nashra.comments;

import java.time.Instant;
import java.util.Optional;

/// An approved comment as readers see it, without its writer's email address.
///
/// @param reply the newspaper's
public record ShownComment(
    String articleId,
    String id,
    String name,
    String title,
    String body,
    Instant submittedAt,
    Optional<ShownReply> reply) {
  /// When the comment or its reply was last written.
  public Instant changedAt() {
    return reply
        .map(answer -> answer.editedAt().orElse(answer.at()))
        .filter(submittedAt::isBefore)
        .orElse(submittedAt);
  }

  /// The id of its HTML element.
  public String anchor() {
    return "comment-" + id;
  }

  /// The id of its reply's HTML element.
  public String replyAnchor() {
    return "reply-" + id;
  }
}
