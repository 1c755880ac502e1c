package news.nashra.comments;

import java.time.Instant;

/// An approved comment as readers see it, without its writer's email address.
public record ShownComment(
    String articleId, String id, String name, String title, String body, Instant submittedAt) {
  /// The id of its HTML element.
  public String anchor() {
    return "comment-" + id;
  }
}
