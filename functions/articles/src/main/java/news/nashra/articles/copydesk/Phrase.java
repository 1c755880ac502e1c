package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.List;

/// A wrong word, or several, with the particles and the ending that a rule attaches.
///
/// @param except words that are right
/// @param capital whether it begins with a capital letter instead of a small one
record Phrase(
    StyleRule rule,
    StyleRule.Correction correction,
    WordSet except,
    String prefix,
    String suffix,
    boolean capital) {
  /// How many letters a `*` stands for at least.
  static final int FEWEST = 1;

  String wrong() {
    return form(correction.wrong());
  }

  /// What replaces it, with the `*` of its patterns.
  List<String> right() {
    return correction.right().stream().map(this::form).toList();
  }

  private String form(String word) {
    var form = Affixes.attach(prefix, word) + suffix;
    return capital ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form;
  }

  List<String> words() {
    return List.of(Words.plain(wrong()).split(" "));
  }

  /// What replaces some words that match.
  List<String> replacements(List<String> found) {
    var words = words();
    var stars = new ArrayList<String>(2);
    for (int i = 0; i < words.size(); i++) {
      if (WordPattern.isPattern(words.get(i))) {
        stars.addAll(new WordPattern(words.get(i), FEWEST).stars(found.get(i)));
      }
    }
    return right().stream().map(text -> WordPattern.fill(text, stars)).toList();
  }
}
