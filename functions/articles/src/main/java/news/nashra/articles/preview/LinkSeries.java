package news.nashra.articles.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// The series of an article's preview links: a name that is part of each signature. While it is
/// there, the links of the article are good; when it is deleted, none of them is again, because the
/// next series has another name. Thread-safe.
///
/// @param names makes names that nobody can guess
record LinkSeries(Table articles, Supplier<String> names) {
  private static final String PARTITION = "PREVIEW#";
  private static final String SORT_KEY = "PREVIEW";
  private static final String NAME = "series";

  /// How long it is kept after its last link has expired.
  private static final Duration MARGIN = Duration.ofDays(1);

  Optional<String> find(String article) {
    return articles.get(PARTITION + article, SORT_KEY).map(item -> item.text(NAME));
  }

  /// The series for a new link, which is kept until that link has expired.
  String extend(String article, Instant until) {
    while (true) {
      var known = find(article);
      var name = known.orElseGet(names);
      var item =
          Item.at(PARTITION + article, SORT_KEY)
              .with(NAME, name)
              .with(Item.EXPIRES, until.plus(MARGIN).getEpochSecond());
      boolean written =
          known.isPresent()
              ? articles.put(item, NAME + " = :known", Map.of(":known", name))
              : articles.put(item, "attribute_not_exists(pk)", Map.of());
      if (written) {
        return name;
      }
    }
  }

  /// Revokes all links that were made until now.
  void end(String article) {
    articles.delete(new Key(PARTITION + article, SORT_KEY));
  }
}
