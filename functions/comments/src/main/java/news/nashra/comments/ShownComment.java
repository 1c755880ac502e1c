package news.nashra.comments;

import java.time.Instant;

/// An approved comment, as far as readers see it: no address of its writer is in it.
public record ShownComment(
    String articleId, String id, String name, String title, String body, Instant submittedAt) {
  /// The id of its element on a page.
  public String anchor() {
    return "comment-" + id;
  }
}
