package news.nashra.comments;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How much of the decisions on one comment is kept: the newest, as far as they fit. The comment,
/// with all of its fields at their limits, so stays below the 400 KB of [an
/// item](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html). The
/// revision of the comment tells how many decisions there were.
final class DecisionHistory {
  static final int MAX_DECISIONS = 50;

  /// Of the moderators' names and reasons in UTF-8. The longest single reason is a quarter of it.
  static final int MAX_BYTES = 100 * 1024;

  private DecisionHistory() {}

  /// Returns the newest of `decisions`, oldest first; the last one always.
  static List<Comment.PastDecision> newest(List<Comment.PastDecision> decisions) {
    int from = decisions.size() - 1;
    int bytes = bytes(decisions.get(from));
    while (from > 0 && decisions.size() - from < MAX_DECISIONS) {
      bytes += bytes(decisions.get(from - 1));
      if (bytes > MAX_BYTES) {
        break;
      }
      from--;
    }
    return decisions.subList(from, decisions.size());
  }

  private static int bytes(Comment.PastDecision decision) {
    return decision.by().getBytes(StandardCharsets.UTF_8).length
        + decision.reason().getBytes(StandardCharsets.UTF_8).length;
  }
}
