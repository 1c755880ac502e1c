package news.nashra.homepage.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.articles.authors.Author;
import news.nashra.articles.authors.AuthorItems;
import news.nashra.articles.store.ArticleLists;
import news.nashra.core.Once;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.site.BreakingStrip;
import org.jspecify.annotations.Nullable;

/// What a rebuild reads for all its pages: the newest entries of a list, and the breaking news, are
/// read once. Threads may share it.
public final class ListReads {
  /// Articles on a full front.
  public static final int ARTICLES_PER_FRONT = 60;

  private final Table table;
  private final Set<String> excluded;
  private final int articlesPerFront;
  private final ArticleLists lists;
  private final Map<ListName, Newest> newest = new ConcurrentHashMap<>();
  private final Once<List<String>> pinnedIds;
  private final Supplier<Optional<MonthCounts>> monthCounts;
  private @Nullable Optional<BreakingStrip> breaking;

  /// @param excluded ids of articles to leave out
  public ListReads(Table table, Set<String> excluded) {
    this(table, excluded, ARTICLES_PER_FRONT);
  }

  /// @param articlesPerFront how many articles a full front shows
  public ListReads(Table table, Set<String> excluded, int articlesPerFront) {
    this(table, excluded, articlesPerFront, () -> MonthCounts.find(table));
  }

  /// @param monthCounts reads how many articles each month has, as it is kept
  public ListReads(
      Table table,
      Set<String> excluded,
      int articlesPerFront,
      Supplier<Optional<MonthCounts>> monthCounts) {
    this.monthCounts = monthCounts;
    this.table = table;
    this.excluded = Set.copyOf(excluded);
    this.articlesPerFront = articlesPerFront;
    this.lists = new ArticleLists(table, excluded);
    this.pinnedIds = new Once<>(() -> PinnedLead.ids(table));
  }

  public List<Entry> newest(ListName list) {
    // The map is not read into: that would hold up whoever reads another list.
    return newest.computeIfAbsent(list, Newest::new).read();
  }

  /// The newest entries of one list, read once.
  private final class Newest {
    private final ListName list;
    private @Nullable List<Entry> entries;

    Newest(ListName list) {
      this.list = list;
    }

    synchronized List<Entry> read() {
      var known = entries;
      if (known == null) {
        known = lists.newest(list, articlesPerFront);
        entries = known;
      }
      return known;
    }
  }

  /// Reads what the homepage shows side by side, so that it is there when it is asked for.
  ///
  /// @param sections the lists that it shows beside that of all articles
  public void readAhead(Collection<ListName> sections) {
    var reads = new ArrayList<Callable<Boolean>>();
    reads.add(() -> newest(ListName.PUBLISHED).isEmpty());
    reads.add(() -> pinnedIds.get().isEmpty());
    reads.add(() -> breaking().isEmpty());
    sections.forEach(list -> reads.add(() -> newest(list).isEmpty()));
    Parallel.all(reads);
  }

  /// The articles that are pinned to the top of the homepage and published.
  public List<Entry> pinned() {
    return PinnedLead.entries(pinnedIds.get(), lists, newest(ListName.PUBLISHED));
  }

  /// The records of the authors of `entries`, by slug. Takes no call if they name none.
  public Map<String, Author> authors(List<Entry> entries) {
    return AuthorItems.find(
        table, entries.stream().flatMap(e -> e.credits().authors().stream()).distinct().toList());
  }

  /// The record of an author, if there is one.
  public Optional<Author> author(String slug) {
    return AuthorItems.find(table, slug);
  }

  /// The breaking news to show, with the present address of its article. It goes without a link
  /// while the page of the article is missing, and ends with the article.
  public synchronized Optional<BreakingStrip> breaking() {
    if (breaking == null) {
      breaking = BreakingNews.find(table).filter(news -> !news.ended()).flatMap(this::strip);
    }
    return breaking;
  }

  private Optional<BreakingStrip> strip(BreakingNews news) {
    if (news.articleId().isEmpty()) {
      return Optional.of(new BreakingStrip(news.text(), Optional.empty(), news.until()));
    }
    return new ArticleLists(table, Set.of())
        .published(List.of(news.articleId().get())).stream()
            .findFirst()
            .map(entry ->
                new BreakingStrip(
                    news.text(),
                    Optional.of(entry.link()).filter(path -> !excluded.contains(entry.id())),
                    news.until()));
  }

  /// How many articles each month has, as it is kept; empty if it never was.
  public Optional<MonthCounts> monthCounts() {
    return monthCounts.get();
  }

  /// The ids of articles that are left out of every list.
  public Set<String> excluded() {
    return excluded;
  }

  /// How many articles a full front shows.
  public int articlesPerFront() {
    return articlesPerFront;
  }

  public ArticleLists lists() {
    return lists;
  }
}
