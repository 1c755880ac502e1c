package news.nashra.comments;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Reads and writes threads in the comments table. An article writes its thread in its own
/// transaction.
public final class Threads {
  private static final String PARTITION_PREFIX = "ARTICLE#";
  private static final String SORT_KEY = "THREAD";

  private Threads() {}

  /// Adds the write of `thread` to an article's transaction.
  public static void write(CommentThread thread, Table comments, Transaction transaction) {
    transaction.put(comments, item(thread));
  }

  public static Optional<CommentThread> find(Table comments, String articleId) {
    return comments.get(partition(articleId), SORT_KEY).map(Threads::read);
  }

  /// The threads of these articles, as far as they exist, by article id.
  public static Map<String, CommentThread> find(Table comments, Collection<String> articleIds) {
    return comments.get(articleIds.stream().map(Threads::key).toList()).stream()
        .map(Threads::read)
        .collect(Collectors.toMap(CommentThread::articleId, Function.identity()));
  }

  public static Key key(String articleId) {
    return new Key(partition(articleId), SORT_KEY);
  }

  /// The partition key of everything that belongs to the comments of an article.
  public static String partition(String articleId) {
    return PARTITION_PREFIX + articleId;
  }

  private static Item item(CommentThread thread) {
    return Item.at(partition(thread.articleId()), SORT_KEY)
        .with("path", thread.path())
        .with("headline", thread.headline())
        .with("open", thread.open())
        .with("withdrawn", thread.withdrawn())
        .with("closesAt", thread.closesAt())
        .with(Item.EXPIRES, thread.forgottenAt().map(Instant::getEpochSecond));
  }

  public static CommentThread read(Item item) {
    return new CommentThread(
        item.pk().substring(PARTITION_PREFIX.length()),
        item.text("path"),
        item.text("headline"),
        item.flag("open"),
        item.flag("withdrawn"),
        item.findInstant("closesAt"),
        item.findTime(Item.EXPIRES));
  }
}
