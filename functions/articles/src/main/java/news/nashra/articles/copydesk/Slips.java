package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects what the checks find in one passage. Each check finds in the order of the text, and may
/// stop when [#full()] says so. Not thread-safe.
final class Slips {
  private final Passage passage;
  private final int limit;
  private final List<Finding> all = new ArrayList<>();
  private int ofThisCheck;

  Slips(Passage passage, int limit) {
    this.passage = passage;
    this.limit = limit;
  }

  void run(Check check) {
    ofThisCheck = 0;
    check.find(passage, this);
  }

  boolean full() {
    return ofThisCheck >= limit;
  }

  /// Adds a slip between two indexes of the checked text.
  ///
  /// @param message with `{from}` for what is there and `{to}` for the first replacement
  void add(int start, int end, String message, List<String> replacements) {
    if (full()) {
      return;
    }
    ofThisCheck++;
    var text = passage.text();
    var from = text.text().substring(start, Math.min(end, start + 80)).strip();
    var to = replacements.isEmpty() ? "" : replacements.getFirst().strip();
    all.add(
        new Finding(
            passage.field(),
            text.start(start),
            text.end(end - 1),
            message.replace("{to}", to).replace("{from}", from),
            replacements));
  }

  /// All that was found, in the order of the text.
  List<Finding> inOrder() {
    all.sort(Comparator.comparingInt(Finding::from).thenComparingInt(Finding::to));
    return all.subList(0, Math.min(limit, all.size()));
  }
}
