package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.nashra.articles.Change;
import news.nashra.articles.Lists;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// How far the pages of lists have followed the changes of articles. It moves on when every page
/// that a change touched was pressed; until then the next rebuild looks at the same changes again.
final class Progress {
  /// The partition of what the homepage remembers.
  static final String PARTITION = "HOMEPAGE";

  private static final String SORT_KEY = "PROGRESS";
  private static final String UNTIL = "until";

  /// A change is dated when its request begins and is seen when it is committed, which takes no
  /// longer than a function may run.
  private static final Duration LATE = Duration.ofSeconds(60);

  /// What could not be pressed in a day waits for an operator: docs/operations.md.
  private static final Duration LONGEST = Duration.ofDays(1);

  /// Changes that one rebuild follows; the rest come with the next one.
  private static final int MOST = 2000;

  private final Table table;

  Progress(Table table) {
    this.table = table;
  }

  /// Changes to be followed, oldest first.
  ///
  /// @param until where the pages are when they have followed them
  record Due(List<Change> changes, Instant until) {}

  Due due(Lists lists, Instant now) {
    var earliest = now.minus(LONGEST);
    var since =
        table
            .get(PARTITION, SORT_KEY)
            .map(item -> item.instant(UNTIL).minus(LATE))
            .filter(earliest::isBefore)
            .orElse(earliest);
    var changes = lists.changes(since, MOST);
    boolean more = changes.size() == MOST;
    return new Due(changes, more ? changes.getLast().at().plus(LATE) : now);
  }

  void reached(Due due) {
    if (!due.changes().isEmpty()) {
      table.putLater(Item.at(PARTITION, SORT_KEY).with(UNTIL, due.until()), UNTIL);
    }
  }
}
