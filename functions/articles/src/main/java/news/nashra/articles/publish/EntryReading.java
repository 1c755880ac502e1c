package news.nashra.articles.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import news.nashra.articles.live.Coverage;
import news.nashra.articles.live.LiveChange;
import news.nashra.articles.live.LiveEntry;
import news.nashra.articles.live.LiveItems;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// What a change of live coverage starts from, read in one call.
///
/// @param entry the one that is to change
/// @param earlier the record of an earlier try of the same request
record EntryReading(LiveChange.Before before, Optional<LiveEntry> entry, Optional<Item> earlier) {

  /// @param number of the entry that is to change
  /// @return empty if there is no such article
  static Optional<EntryReading> read(
      Table articles,
      String id,
      Optional<Long> number,
      Optional<KeyedRequests.Keyed> request,
      Instant now) {
    var keys = new LinkedHashSet<Key>();
    keys.add(ArticleItems.headKey(id));
    keys.add(LiveItems.coverageKey(id));
    number.ifPresent(n -> keys.add(LiveItems.entryKey(id, n)));
    request.ifPresent(r -> keys.add(r.itemKey()));
    var read = articles.get(keys);
    var items = new HashMap<Key, Item>();
    read.forEach(item -> items.put(item.key(), item));
    var coverage =
        Optional.ofNullable(items.get(LiveItems.coverageKey(id))).map(LiveItems::coverage);
    return Optional.ofNullable(items.get(ArticleItems.headKey(id)))
        .map(ArticleItems::read)
        .filter(article -> !article.hidden())
        .map(article ->
            new EntryReading(
                new LiveChange.Before(article, coverage),
                number
                    .flatMap(n -> Optional.ofNullable(items.get(LiveItems.entryKey(id, n))))
                    .map(LiveItems::entry),
                request.flatMap(r -> KeyedRequests.find(read, r, now))));
  }

  /// The highest number of an entry.
  long last() {
    return before.coverage().map(Coverage::last).orElse(0L);
  }
}
