package news.nashra.homepage.archives;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
/// counted last. Where nothing is to be written, it looks once more. Thread-safe.
///
/// @param archives that know which months there are
public record MonthCounting(Table articles, ArchivePageGroups archives) {
  /// Rebuilds that are faster, one after another, until this one gives up and fails.
  private static final int MAX_TRIES = 10;

  /// New counts of some months.
  ///
  /// @param of the months whose articles were counted
  /// @param kept what was kept before; absent if nothing ever was, and then all months were counted
  /// @param counts of all months
  public record Counted(Set<YearMonth> of, Optional<MonthCounts> kept, MonthCounts counts) {
    public Counted {
      of = Set.copyOf(of);
    }
  }

  /// Counts the months of `changes` again; all months if no counts are kept.
  ///
  /// @param kept the counts as they were kept before
  /// @param all a reading that leaves no article out
  /// @param reads a new reading that leaves out those without a page; known a moment later
  public Counted count(
      Collection<Change> changes,
      Optional<MonthCounts> kept,
      ListReads all,
      Supplier<ListReads> reads) {
    var months =
        changes.stream()
            .map(change -> archives.monthOf(change.publishedAt()))
            .collect(Collectors.toSet());
    return count(months, kept, all, reads);
  }

  private Counted count(
      Set<YearMonth> months, Optional<MonthCounts> kept, ListReads all, Supplier<ListReads> reads) {
    var counts =
        kept.map(known -> known.with(counts(months, all, reads)))
            .orElseGet(() -> new MonthCounts(0, archives.counted(reads.get())));
    return new Counted(months, kept, counts);
  }

  /// Keeps what was counted. If others have kept something else meanwhile, it counts again.
  ///
  /// @return what is kept now, as it was seen or written after this call began
  public MonthCounts keep(Counted first, ListReads all, Supplier<ListReads> reads) {
    var counted = first;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      boolean unchanged = counted.kept().equals(Optional.of(counted.counts()));
      if (!unchanged && counted.counts().store(articles)) {
        return counted.counts().stored();
      }
      var kept = MonthCounts.find(articles);
      if (unchanged && kept.equals(counted.kept())) {
        return counted.counts();
      }
      counted = count(counted.of(), kept, all, reads);
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
  private Map<YearMonth, Integer> counts(
      Set<YearMonth> months, ListReads all, Supplier<ListReads> reads) {
    return Parallel.both(
        () -> counts(months, all),
        reads::get,
        (counts, shown) -> shown.excluded().isEmpty() ? counts : counts(months, shown));
  }

  private Map<YearMonth, Integer> counts(Set<YearMonth> months, ListReads reads) {
    var counts = new ArrayList<Callable<Map.Entry<YearMonth, Integer>>>();
    months.stream()
        .sorted()
        .forEach(month -> counts.add(() -> Map.entry(month, archives.count(reads, month))));
    return Parallel.all(counts).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
