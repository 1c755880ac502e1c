package news.nashra.comments.pages;

import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentThread;

/// What the writer of a comment may know about what became of it.
///
/// @param status `pending`, `published` or `declined`
/// @param article that it is on; empty if the article was withdrawn
/// @param url of a published comment, with its fragment
public record CommentOutcome(
    String reference, String status, Optional<CommentThread> article, Optional<String> url) {

  /// The key of the phrase that describes the outcome. A published comment disappears with its
  /// article.
  public String phrase() {
    boolean gone = article.isEmpty() && status.equals(Comment.Status.APPROVED.publicWord());
    return "comments.status." + (gone ? "withdrawn" : status);
  }
}
