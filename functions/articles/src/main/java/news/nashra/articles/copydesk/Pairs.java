package news.nashra.articles.copydesk;

import java.util.BitSet;
import java.util.List;

/// Finds signs that open or close and have no counterpart in their paragraph. The rule's `pairs`
/// are written `«» ()`. A closing one behind the first few characters of a paragraph ends a label:
/// `1)`.
final class Pairs implements Check {
  private static final int LONGEST_LABEL = 3;

  private final String message;
  private final String opening;
  private final String closing;

  Pairs(StyleRule rule) {
    message = rule.message();
    var pairs = rule.list("pairs");
    pairs.stream()
        .filter(pair -> pair.length() != 2)
        .findFirst()
        .ifPresent(pair -> {
          throw rule.wrong("a pair has two signs: " + pair);
        });
    opening = String.join("", pairs.stream().map(pair -> pair.substring(0, 1)).toList());
    closing = String.join("", pairs.stream().map(pair -> pair.substring(1)).toList());
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    var lonely = new BitSet();
    for (int begin = 0; begin < text.length(); ) {
      int end = text.text().indexOf('\n', begin);
      end = end < 0 ? text.length() : end;
      for (int pair = 0; pair < opening.length(); pair++) {
        lonely(text, begin, end, pair, lonely);
      }
      begin = end + 1;
    }
    lonely.stream()
        .takeWhile(at -> !slips.full())
        .forEach(at -> slips.add(at, at + 1, message, List.of()));
  }

  private void lonely(CheckedText text, int begin, int end, int pair, BitSet lonely) {
    int closed = 0;
    for (int i = end - 1; i >= begin; i--) {
      char c = text.at(i);
      if (c == closing.charAt(pair)) {
        closed++;
      } else if (c == opening.charAt(pair) && closed > 0) {
        closed--;
      } else if (c == opening.charAt(pair)) {
        lonely.set(i);
      }
    }
    int open = 0;
    for (int i = begin; i < end && closed > 0; i++) {
      char c = text.at(i);
      if (c == opening.charAt(pair)) {
        open++;
      } else if (c == closing.charAt(pair) && open > 0) {
        open--;
      } else if (c == closing.charAt(pair) && i - begin > LONGEST_LABEL) {
        lonely.set(i);
      }
    }
  }
}
