package news.nashra.comments;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Ids;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// What pages show of comments: one item for each approved comment of an article. Other comments
/// have none, so a flood of pending comments costs a page nothing. The items of an article have a
/// partition of their own, so that functions which press pages can be kept from reading whole
/// comments, with their writers' email addresses.
public final class ShownComments {
  private static final String PARTITION_PREFIX = "SHOWN#";

  /// Sort keys of shown comments: this prefix and the comment's id.
  public static final String SORT_KEY_PREFIX = "SHOWN#";

  private ShownComments() {}

  /// Returns the shown comments of an article, oldest first.
  public static List<ShownComment> list(Table comments, String articleId) {
    return comments.beginningWith(partition(articleId), SORT_KEY_PREFIX, Integer.MAX_VALUE).stream()
        .map(item -> read(articleId, item))
        .toList();
  }

  /// How many shown comments of an article are newer than one of them, at most `limit`.
  public static int countNewer(Table comments, String articleId, String id, int limit) {
    return comments.count(
        partition(articleId), SORT_KEY_PREFIX + id + "\0", SORT_KEY_PREFIX + "~", limit);
  }

  /// How many shown comments of an article are older than one of them, at most `limit`.
  public static int countOlder(Table comments, String articleId, String id, int limit) {
    return comments.count(partition(articleId), SORT_KEY_PREFIX, SORT_KEY_PREFIX + id, limit + 1)
        - 1;
  }

  /// Adds to `transaction` the write that shows `comment` if it is approved and hides it otherwise.
  public static void write(Comment comment, Table table, Transaction transaction) {
    var item = item(comment.shown());
    if (comment.status() == Comment.Status.APPROVED) {
      transaction.put(table, item);
    } else {
      transaction.delete(table, item.key());
    }
  }

  private static String partition(String articleId) {
    return PARTITION_PREFIX + articleId;
  }

  /// The article whose shown comments have this partition key; absent for another partition.
  public static Optional<String> article(String pk) {
    return Optional.of(pk)
        .filter(key -> key.startsWith(PARTITION_PREFIX))
        .map(key -> key.substring(PARTITION_PREFIX.length()))
        .filter(Ids::wellFormed);
  }

  public static Key key(String articleId, String id) {
    return new Key(partition(articleId), SORT_KEY_PREFIX + id);
  }

  private static Item item(ShownComment shown) {
    var item =
        Item.at(partition(shown.articleId()), SORT_KEY_PREFIX + shown.id())
            .with("name", shown.name())
            .with("title", shown.title())
            .with("body", shown.body())
            .with("submittedAt", shown.submittedAt());
    return shown.reply().map(reply -> item.with(Map.of("reply", map(reply)))).orElse(item);
  }

  private static Map<String, Object> map(ShownReply reply) {
    var map = new LinkedHashMap<String, Object>();
    map.put("body", reply.body());
    map.put("at", reply.at());
    reply.editedAt().ifPresent(at -> map.put("editedAt", at));
    return map;
  }

  private static ShownReply reply(Item map) {
    return new ShownReply(map.text("body"), map.instant("at"), map.findInstant("editedAt"));
  }

  private static ShownComment read(String articleId, Item item) {
    return new ShownComment(
        articleId,
        item.sk().substring(SORT_KEY_PREFIX.length()),
        item.text("name"),
        item.text("title"),
        item.text("body"),
        item.instant("submittedAt"),
        item.find("reply", ShownComments::reply));
  }
}
