package news.nashra.comments;

import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Reads and writes threads in the comments table. An article writes its thread in its own
/// transaction.
public final class Threads {
  private static final String SORT_KEY = "THREAD";

  private Threads() {}

  /// Adds the write of `thread` to an article's transaction.
  public static void write(CommentThread thread, Table comments, Transaction transaction) {
    transaction.put(comments, item(thread));
  }

  public static Optional<CommentThread> find(Table comments, String articleId) {
    return comments.get(partition(articleId), SORT_KEY).map(item -> read(articleId, item));
  }

  /// The partition key of everything that belongs to the comments of an article.
  public static String partition(String articleId) {
    return "ARTICLE#" + articleId;
  }

  private static Item item(CommentThread thread) {
    var item =
        Item.at(partition(thread.articleId()), SORT_KEY)
            .with("path", thread.path())
            .with("headline", thread.headline())
            .with("open", thread.open())
            .with("withdrawn", thread.withdrawn());
    var closing = thread.closesAt().map(at -> item.with("closesAt", at)).orElse(item);
    return thread
        .forgottenAt()
        .map(at -> closing.with(Item.EXPIRES, at.getEpochSecond()))
        .orElse(closing);
  }

  private static CommentThread read(String articleId, Item item) {
    return new CommentThread(
        articleId,
        item.text("path"),
        item.text("headline"),
        item.flag("open"),
        item.flag("withdrawn"),
        item.findInstant("closesAt"),
        item.findTime(Item.EXPIRES));
  }
}
