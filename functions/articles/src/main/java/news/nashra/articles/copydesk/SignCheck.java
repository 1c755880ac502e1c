package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the wrong signs of all rules of the kind `signs`: short runs of characters, each with what
/// must be beside it. Of several that begin at a place the longest counts.
final class SignCheck implements Check {
  private static final int MAX_LENGTH = 8;

  private record Sign(
      String wrong,
      List<String> right,
      Surroundings left,
      Surroundings rightSide,
      String message) {}

  /// By the character with which they begin; null for most.
  private final Sign @Nullable [][] signs = new Sign[Character.MAX_VALUE + 1][];

  SignCheck(List<StyleRule> rules) {
    var all = new ArrayList<Sign>();
    rules.forEach(rule -> add(rule, all));
    all.sort(Comparator.comparingInt((Sign sign) -> -sign.wrong().length()));
    all.stream()
        .collect(Collectors.groupingBy(sign -> sign.wrong().charAt(0)))
        .forEach((first, same) -> signs[first] = same.toArray(Sign[]::new));
  }

  private static void add(StyleRule rule, List<Sign> all) {
    var left = new Surroundings(rule, "left");
    var right = new Surroundings(rule, "right");
    for (var correction : rule.corrections()) {
      var wrong = correction.wrong();
      if (wrong.isEmpty() || wrong.length() > MAX_LENGTH) {
        throw rule.wrong("a sign has 1 to " + MAX_LENGTH + " characters: " + wrong);
      }
      all.add(new Sign(wrong, correction.right(), left, right, rule.message()));
    }
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var text = passage.text();
    for (int i = 0; i < text.length() && !slips.full(); ) {
      var candidates = signs[text.at(i)];
      i = candidates == null ? i + 1 : next(text, i, candidates, slips);
    }
  }

  /// Finds what begins at `i`, and returns where to go on.
  private static int next(CheckedText text, int i, Sign[] candidates, Slips slips) {
    for (var sign : candidates) {
      int end = i + sign.wrong().length();
      if (isAt(sign.wrong(), text, i)
          && sign.left().fitBefore(text, i)
          && sign.rightSide().fitAfter(text, end)) {
        slips.add(i, end, sign.message(), sign.right());
        return end;
      }
    }
    return i + 1;
  }

  private static boolean isAt(String sign, CheckedText text, int index) {
    for (int i = 1; i < sign.length(); i++) {
      if (text.at(index + i) != sign.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
