package news.nashra.comments;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;

/// How much of the decisions on one comment, and of the versions of its reply, is kept: the newest
/// of each, as far as they fit. The comment, with all of its fields at their limits, so stays below
/// the 400 KB of [an
/// item](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html). The
/// revision of the comment tells how many decisions there were.
final class DecisionHistory {
  static final int MAX_ENTRIES = 50;

  /// Of names, reasons and replies in UTF-8. The longest single one is a quarter of it.
  static final int MAX_BYTES = 100 * 1024;

  private DecisionHistory() {}

  /// Returns the newest of `entries`, oldest first; the last one always.
  ///
  /// @param size of an entry in bytes
  static <T> List<T> newest(List<T> entries, ToIntFunction<T> size) {
    int from = entries.size() - 1;
    int bytes = size.applyAsInt(entries.get(from));
    while (from > 0 && entries.size() - from < MAX_ENTRIES) {
      bytes += size.applyAsInt(entries.get(from - 1));
      if (bytes > MAX_BYTES) {
        break;
      }
      from--;
    }
    return entries.subList(from, entries.size());
  }

  static int bytes(Comment.PastDecision decision) {
    return decision.by().getBytes(StandardCharsets.UTF_8).length
        + decision.reason().getBytes(StandardCharsets.UTF_8).length;
  }
}
