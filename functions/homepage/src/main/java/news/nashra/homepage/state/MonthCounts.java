package news.nashra.homepage.state;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// How many articles each month has. To count them all is to read the whole archive, so a rebuild
/// keeps the counts in one item and counts only the months of what changed. Immutable.
///
/// @param revision of the item; 0 before the first
/// @param months with at least one article, the newest first
public record MonthCounts(long revision, SortedMap<YearMonth, Integer> months) {
  static final String SORT_KEY = "MONTHS";
  private static final String REVISION = "revision";
  private static final String COUNTS = "counts";

  public MonthCounts {
    var counted = new TreeMap<YearMonth, Integer>(Comparator.reverseOrder());
    months.forEach((month, count) -> {
      if (count > 0) {
        counted.put(month, count);
      }
    });
    months = Collections.unmodifiableSortedMap(counted);
  }

  /// The counts as they are kept; empty if they never were.
  public static Optional<MonthCounts> find(Table table) {
    return table.get(Progress.PARTITION, SORT_KEY).map(MonthCounts::read);
  }

  static MonthCounts read(Item item) {
    return new MonthCounts(item.number(REVISION), months(item.texts(COUNTS)));
  }

  /// The same with other counts of some months.
  public MonthCounts with(Map<YearMonth, Integer> counted) {
    var all = new TreeMap<>(months);
    all.putAll(counted);
    return new MonthCounts(revision, all);
  }

  /// Keeps these counts in place of those that were found.
  ///
  /// @return false if another rebuild was faster
  public boolean store(Table table) {
    var item =
        Item.at(Progress.PARTITION, SORT_KEY)
            .with(REVISION, revision + 1)
            .with(
                COUNTS,
                months.entrySet().stream().map(m -> m.getKey() + " " + m.getValue()).toList());
    return revision == 0
        ? table.put(item, "attribute_not_exists(pk)", Map.of())
        : table.put(item, "#revision = :found", Map.of(":found", revision));
  }

  /// These counts as they are kept after [#store].
  public MonthCounts stored() {
    return new MonthCounts(revision + 1, months);
  }

  private static SortedMap<YearMonth, Integer> months(List<String> lines) {
    var months = new TreeMap<YearMonth, Integer>();
    for (var line : lines) {
      int space = line.indexOf(' ');
      months.put(
          YearMonth.parse(line.substring(0, space)), Integer.valueOf(line.substring(space + 1)));
    }
    return months;
  }
}
