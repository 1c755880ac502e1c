package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the wrong words and phrases of all rules of the kind `words`. One look into a map for each
/// word, whatever the number of rules.
final class WordCheck implements Check {
  /// @param rest the words of a phrase after the first one
  private record Form(List<String> rest, List<String> replacements, String message, String rule) {}

  private final Map<String, List<Form>> forms = new HashMap<>();

  WordCheck(List<StyleRule> rules) {
    rules.forEach(this::add);
  }

  private void add(StyleRule rule) {
    var affixes = new Affixes(rule.list("before"), rule.list("after"));
    var except = new HashSet<>(rule.list("except"));
    for (var correction : rule.corrections()) {
      for (var prefix : affixes.prefixes()) {
        for (var suffix : affixes.suffixes()) {
          add(rule, correction, prefix, suffix, except);
        }
      }
    }
  }

  private void add(
      StyleRule rule,
      StyleRule.Correction correction,
      String prefix,
      String suffix,
      Set<String> except) {
    var wrong = Affixes.attach(prefix, correction.wrong()) + suffix;
    var right =
        correction.right().stream().map(word -> Affixes.attach(prefix, word) + suffix).toList();
    if (except.contains(wrong)) {
      return;
    }
    add(rule, wrong, right);
    if (Character.isLowerCase(wrong.charAt(0))) {
      add(rule, capitalised(wrong), right.stream().map(WordCheck::capitalised).toList());
    }
  }

  private void add(StyleRule rule, String wrong, List<String> right) {
    var words = Arrays.stream(wrong.split(" ")).map(Words::plain).toList();
    var form = new Form(words.subList(1, words.size()), right, rule.message(), rule.name());
    var same = forms.computeIfAbsent(words.getFirst(), word -> new ArrayList<>(1));
    for (var other : same) {
      if (other.rest().equals(form.rest()) && !other.replacements().equals(right)) {
        throw rule.wrong("'" + wrong + "' is corrected by " + other.rule() + " as well");
      }
    }
    same.add(form);
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  @Override
  public void find(Passage passage, Slips slips) {
    var words = passage.words();
    for (int i = 0; i < words.size() && !slips.full(); i++) {
      var candidates = forms.get(words.get(i).plain());
      if (candidates != null) {
        find(passage, i, candidates, slips);
      }
    }
  }

  /// The longest phrase wins.
  private static void find(Passage passage, int first, List<Form> candidates, Slips slips) {
    Form best = null;
    for (var form : candidates) {
      if ((best == null || form.rest().size() > best.rest().size())
          && follows(passage, first, form.rest())) {
        best = form;
      }
    }
    if (best != null) {
      var words = passage.words();
      slips.add(
          words.get(first).start(),
          words.get(first + best.rest().size()).end(),
          best.message(),
          best.replacements());
    }
  }

  private static boolean follows(Passage passage, int first, List<String> rest) {
    var words = passage.words();
    for (int i = 0; i < rest.size(); i++) {
      int at = first + 1 + i;
      if (at >= words.size()
          || !words.get(at).plain().equals(rest.get(i))
          || !Gap.isSpace(passage.text(), words.get(at - 1).end(), words.get(at).start())) {
        return false;
      }
    }
    return true;
  }
}
