package news.nashra.articles.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import news.nashra.articles.Status;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// Where articles stand now, by what their heads say.
public record Standings(Table articles) {
  /// @param section the id of its section
  /// @param key of its entries while it is published
  public record Place(boolean withdrawn, String section, String key) {}

  /// The places of those of `ids` that exist.
  public Map<String, Place> of(Collection<String> ids) {
    var heads =
        ids.stream().map(id -> new Key(ArticleItems.partition(id), ArticleItems.HEAD)).toList();
    var places = new HashMap<String, Place>();
    articles.get(heads).stream()
        .map(ArticleItems::read)
        .forEach(article ->
            places.put(
                article.id(),
                new Place(
                    article.status() == Status.WITHDRAWN,
                    article.story().section(),
                    ArticleItems.entryKey(article))));
    return places;
  }
}
