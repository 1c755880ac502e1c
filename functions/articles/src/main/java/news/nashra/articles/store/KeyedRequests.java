package news.nashra.articles.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// Requests that carried an `Idempotency-Key`. They are kept for a day, so that a retry finds what
/// the first try did ([draft
/// standard](https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header)).
public final class KeyedRequests {
  private static final Duration RETENTION = Duration.ofDays(1);
  private static final String SORT_KEY = "REQUEST";

  private KeyedRequests() {}

  /// A request with a key.
  ///
  /// @param fingerprint hash of its body
  public record Keyed(String editor, String key, String fingerprint) {
    String partition() {
      return "REQUEST#" + editor + "#" + key;
    }

    /// The item that records that `article` was created by this request.
    Item item(Article article) {
      return Item.at(partition(), SORT_KEY)
          .with("fingerprint", fingerprint)
          .with("article", article.id())
          .with(Item.EXPIRES, article.revision().at().plus(RETENTION).getEpochSecond());
    }
  }

  /// The item of an earlier try. An expired item counts as absent: DynamoDB may delete it late.
  public static Optional<Item> find(Table table, Keyed request, Instant now) {
    return table
        .get(request.partition(), SORT_KEY)
        .filter(item -> item.number(Item.EXPIRES) >= now.getEpochSecond());
  }
}
