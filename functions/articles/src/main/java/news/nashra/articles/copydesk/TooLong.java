package news.nashra.articles.copydesk;

import java.util.List;
import news.nashra.core.Text;

/// Finds a field that has more than the rule's `limit` of grapheme clusters, and marks what is
/// beyond it.
final class TooLong implements Check {
  private final String message;
  private final String field;
  private final int limit;

  TooLong(StyleRule rule) {
    message = rule.message();
    field = rule.require("field");
    limit = Integer.parseInt(rule.require("limit"));
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    if (passage.field().equals(field) && !Text.fits(text.text().strip(), limit)) {
      int from = Math.min(text.length() - 1, text.text().offsetByCodePoints(0, codePoints(text)));
      slips.add(from, text.length(), message, List.of());
    }
  }

  /// How many code points the first `limit` clusters have, roughly: marks belong to the letter
  /// before them.
  private int codePoints(CheckedText text) {
    int count = 0;
    int clusters = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.text().codePointAt(i))) {
      clusters += Words.isMark(text.at(i)) ? 0 : 1;
      if (clusters > limit) {
        return count;
      }
      count++;
    }
    return count - 1;
  }
}
