package news.nashra.articles.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Requests that carried an `Idempotency-Key`. They are kept for a day, so that a retry finds what
/// the first try did ([draft
/// standard](https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header)).
public final class KeyedRequests {
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final String SORT_KEY = "REQUEST";

  private static final String UNUSED = "attribute_not_exists(pk) OR " + Item.EXPIRES + " < :now";

  private KeyedRequests() {}

  /// A request with a key.
  ///
  /// @param fingerprint hash of what it asks for
  public record Keyed(String editor, String key, String fingerprint) {
    String partition() {
      return "REQUEST#" + editor + "#" + key;
    }

    /// The key of the item that records the request.
    public Key itemKey() {
      return new Key(partition(), SORT_KEY);
    }

    /// The item of an earlier try.
    public Optional<Item> find(Table articles, Instant now) {
      return KeyedRequests.find(articles.get(List.of(itemKey())), this, now);
    }

    /// Whether `earlier` records this request, and not another one with its key.
    public boolean isSame(Item earlier) {
      return earlier.text("fingerprint").equals(fingerprint);
    }

    /// Adds the write that records that this request changed the article `id` at `now`, on
    /// condition that none with its key was recorded before. Its label is
    /// [ArticleTransaction#REQUEST].
    ///
    /// @param result what else there is to record, by field
    public void write(
        String id, Instant now, Map<String, ?> result, Table articles, Transaction transaction) {
      var item =
          Item.at(partition(), SORT_KEY)
              .with("fingerprint", fingerprint)
              .with("article", id)
              .with(Item.EXPIRES, now.plus(RETENTION).getEpochSecond())
              .with(result);
      transaction.put(
          ArticleTransaction.REQUEST, articles, item, UNUSED, Map.of(":now", now.getEpochSecond()));
    }
  }

  /// The item of an earlier try among `items`, which were read by their keys. An expired item
  /// counts as absent: DynamoDB may delete it late.
  public static Optional<Item> find(List<Item> items, Keyed request, Instant now) {
    return items.stream()
        .filter(item -> item.key().equals(request.itemKey()))
        .findFirst()
        .filter(item -> item.number(Item.EXPIRES) >= now.getEpochSecond());
  }
}
