package news.nashra.homepage.state;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.aws.Table;

/// One look into the tables for all the pages of a rebuild: the newest of a list are read once.
/// Threads may share it.
public final class ListReads {
  /// Articles on a front.
  public static final int ITEMS = 60;

  private final Table table;
  private final Set<String> unseen;
  private final int items;
  private final ArticleLists lists;
  private final Map<ListName, List<Entry>> newest = new ConcurrentHashMap<>();

  /// @param unseen ids of articles that are to be left out
  public ListReads(Table table, Set<String> unseen) {
    this(table, unseen, ITEMS);
  }

  /// @param items how many a full front shows
  public ListReads(Table table, Set<String> unseen, int items) {
    this.table = table;
    this.unseen = Set.copyOf(unseen);
    this.items = items;
    this.lists = new ArticleLists(table, unseen);
  }

  public List<Entry> newest(ListName list) {
    return newest.computeIfAbsent(list, name -> lists.newest(name, items));
  }

  public List<Entry> pinned() {
    return PinnedLead.entries(table, lists, newest(ListName.PUBLISHED));
  }

  /// Articles that are left out of every list.
  public Set<String> unseen() {
    return unseen;
  }

  /// How many articles a full front shows.
  public int items() {
    return items;
  }

  public ArticleLists lists() {
    return lists;
  }
}
