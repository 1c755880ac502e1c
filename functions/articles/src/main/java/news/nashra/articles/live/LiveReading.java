package news.nashra.articles.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// Reads the entries of live coverage. What the article's page shows takes one query, whatever the
/// number of entries; a pinned entry that is older takes one call more. Pages of older entries are
/// read when they are asked for, with one query each. Thread-safe.
public record LiveReading(Table articles, String article) {
  /// The entries that the article's page may show, newest first.
  public List<LiveEntry> newest() {
    return LiveItems.entries(
        articles, article, 1, OptionalLong.empty(), 2 * LiveLimits.ENTRIES_PER_PAGE);
  }

  /// @param coverage its item
  public LiveEntries entries(Item coverage, List<LiveEntry> newest) {
    var state = LiveItems.coverage(coverage);
    return new LiveEntries(state, newest, pinned(state, newest), page -> older((int) page));
  }

  private Optional<LiveEntry> pinned(Coverage coverage, List<LiveEntry> newest) {
    return coverage
        .pinned()
        .flatMap(number ->
            newest.stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .or(() ->
                    articles.get(List.of(LiveItems.entryKey(article, number))).stream()
                        .map(LiveItems::entry)
                        .findFirst()))
        .filter(LiveEntry::isThere);
  }

  private List<LiveEntry> older(int page) {
    return LiveItems.entries(
        articles,
        article,
        LiveEntries.firstOn(page),
        OptionalLong.of(LiveEntries.lastOn(page)),
        LiveLimits.ENTRIES_PER_PAGE);
  }
}
