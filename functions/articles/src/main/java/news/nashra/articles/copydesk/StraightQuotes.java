package news.nashra.articles.copydesk;

import java.util.List;

/// Finds the quotation marks of typewriters, and tells which of the rule's `open` and `close`
/// belongs there. One behind a digit may mean inches.
final class StraightQuotes implements Check {
  private static final char QUOTE = '"';

  private final String message;
  private final String open;
  private final String close;

  StraightQuotes(StyleRule rule) {
    message = rule.message();
    open = rule.require("open");
    close = rule.require("close");
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    boolean isOpen = false;
    for (int i = 0; i < text.length() && !slips.full(); i++) {
      char c = text.at(i);
      if (c == '\n') {
        isOpen = false;
      } else if (c == QUOTE && (isOpen || !Character.isDigit(text.at(i - 1)))) {
        boolean opens = !isOpen && !endsHere(text, i);
        slips.add(i, i + 1, message, List.of(opens ? open : close));
        isOpen = opens;
      }
    }
  }

  /// Whether nothing that can be quoted follows.
  private static boolean endsHere(CheckedText text, int i) {
    char before = text.at(i - 1);
    char after = text.at(i + 1);
    return before != '\n' && !Gap.isSpace(before) && !Character.isLetterOrDigit(after);
  }
}
