package news.nashra.homepage.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import news.nashra.articles.Entry;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.site.HomepageLimits;

/// The articles that editors pin to the top of the homepage, in order. One that has been withdrawn
/// is no longer shown.
public final class PinnedLead {
  /// How many articles may be pinned.
  public static final int MAX_ARTICLES = HomepageLimits.LEAD;

  static final String SORT_KEY = "LEAD";
  static final String UPDATED = "updatedAt";

  private PinnedLead() {}

  /// Those of the pinned articles that are published.
  ///
  /// @param ids of all that are pinned
  /// @param known entries that have been read already
  public static List<Entry> entries(List<String> ids, ArticleLists lists, List<Entry> known) {
    var entries = new HashMap<String, Entry>();
    known.forEach(entry -> entries.put(entry.id(), entry));
    var missing = ids.stream().filter(id -> !entries.containsKey(id)).toList();
    lists.published(missing).forEach(entry -> entries.put(entry.id(), entry));
    return ids.stream().filter(entries::containsKey).map(entries::get).toList();
  }

  /// The ids of all that are pinned, in order.
  public static List<String> ids(Table table) {
    return table
        .get(Progress.PARTITION, SORT_KEY)
        .map(item -> item.texts("articles"))
        .orElse(List.of());
  }

  public static void pin(Table table, List<String> ids, String editor, Instant now) {
    table.put(
        Item.at(Progress.PARTITION, SORT_KEY)
            .with("articles", ids)
            .with("editor", editor)
            .with(UPDATED, now));
  }
}
