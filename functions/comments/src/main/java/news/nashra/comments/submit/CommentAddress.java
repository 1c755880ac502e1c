package news.nashra.comments.submit;

import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentThread;
import news.nashra.comments.ShownComments;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.aws.Table;

/// Where a shown comment is.
public final class CommentAddress {
  /// Counting costs as much as reading, and anybody may ask. A comment with more comments before it
  /// is answered with the address of its article.
  private static final int MAX_OLDER_COUNTED = 500;

  private CommentAddress() {}

  /// The page of a comment with its fragment, without the origin; empty if it is not shown.
  public static Optional<String> find(Table table, CommentThread thread, Comment comment) {
    if (comment.status() != Comment.Status.APPROVED) {
      return Optional.empty();
    }
    var article = comment.articleId();
    var fragment = "#" + comment.shown().anchor();
    int older = ShownComments.countOlder(table, article, comment.id(), MAX_OLDER_COUNTED);
    if (older < MAX_OLDER_COUNTED) {
      return Optional.of(Discussion.pagePath(thread.path(), Discussion.pageOf(older)) + fragment);
    }
    int shown = Discussion.NEWEST_SHOWN;
    boolean newest = ShownComments.countNewer(table, article, comment.id(), shown) < shown;
    return Optional.of(newest ? thread.path() + fragment : thread.path());
  }
}
