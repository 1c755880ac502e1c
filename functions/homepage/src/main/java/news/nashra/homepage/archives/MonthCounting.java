package news.nashra.homepage.archives;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.nashra.articles.Change;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Table;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.MonthCounts;

/// Keeps count of the articles of each month. It converges as a press does: it looks at what is
/// kept, then counts, and writes only if nobody else has written, so whoever writes last has also
/// counted last. Thread-safe.
///
/// @param archives that know which months there are
public record MonthCounting(Table articles, ArchivePageGroups archives) {
  /// Rebuilds that are faster, one after another, until this one gives up and fails.
  private static final int MAX_TRIES = 10;

  /// Counts the months of `changes` again; all months if no counts are kept.
  ///
  /// @param known the counts as they were kept before; others are read if they are not those any
  ///   more
  /// @param all a reading that leaves no article out
  /// @param reads a new reading that leaves out those without a page; known a moment later
  public void follow(
      Collection<Change> changes,
      Optional<MonthCounts> known,
      ListReads all,
      Supplier<ListReads> reads) {
    if (changes.isEmpty()) {
      return;
    }
    var months =
        changes.stream()
            .map(change -> archives.monthOf(change.publishedAt()))
            .collect(Collectors.toSet());
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      var kept = tries == 0 ? known : MonthCounts.find(articles);
      if (kept.isEmpty()) {
        if (new MonthCounts(0, archives.counted(reads.get())).store(articles)) {
          return;
        }
        continue;
      }
      var counted = kept.get().with(count(months, all, reads));
      if (counted.equals(kept.get()) || counted.store(articles)) {
        return;
      }
    }
    throw new IllegalStateException("other rebuilds keep counting the months");
  }

  /// Counts all months again.
  public void recount(Supplier<ListReads> reads) {
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      long revision = MonthCounts.find(articles).map(MonthCounts::revision).orElse(0L);
      if (new MonthCounts(revision, archives.counted(reads.get())).store(articles)) {
        return;
      }
    }
    throw new IllegalStateException("other rebuilds keep counting the months");
  }

  /// Counts while it is found out which articles to leave out, and again if there are any.
  private Map<YearMonth, Integer> count(
      Collection<YearMonth> months, ListReads all, Supplier<ListReads> reads) {
    return Parallel.both(
        () -> count(months, all),
        reads::get,
        (counts, shown) -> shown.excluded().isEmpty() ? counts : count(months, shown));
  }

  private Map<YearMonth, Integer> count(Collection<YearMonth> months, ListReads reads) {
    var counts = new ArrayList<Callable<Map.Entry<YearMonth, Integer>>>();
    months.stream()
        .sorted()
        .forEach(month -> counts.add(() -> Map.entry(month, archives.count(reads, month))));
    return Parallel.all(counts).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
