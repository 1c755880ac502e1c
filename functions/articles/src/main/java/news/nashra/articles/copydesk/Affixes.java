package news.nashra.articles.copydesk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The particles and pronouns that Arabic attaches to a word: `و` and `ف`, then `ب`, `ك`, `ل` and
/// `س`, then `ال`, of which `ل` and `ال` become `لل`.
final class Affixes {
  private static final List<String> CONJUNCTIONS = List.of("و", "ف");
  private static final List<String> PREPOSITIONS = List.of("ب", "ك", "ل", "س");
  private static final String ARTICLE = "ال";

  private final Set<String> prefixes = new LinkedHashSet<>();
  private final List<String> suffixes = new ArrayList<>();

  /// @param before the particles of a rule, in any order
  /// @param after the endings of a rule
  Affixes(List<String> before, List<String> after) {
    for (var conjunction : choices(before, CONJUNCTIONS)) {
      for (var preposition : choices(before, PREPOSITIONS)) {
        prefixes.add(conjunction + preposition);
        if (before.contains(ARTICLE)) {
          prefixes.add(conjunction + preposition + ARTICLE);
        }
      }
    }
    suffixes.add("");
    suffixes.addAll(after);
  }

  private static List<String> choices(List<String> allowed, List<String> particles) {
    var choices = new ArrayList<>(List.of(""));
    particles.stream().filter(allowed::contains).forEach(choices::add);
    return choices;
  }

  Set<String> prefixes() {
    return prefixes;
  }

  List<String> suffixes() {
    return suffixes;
  }

  /// A word with a prefix: `ل` and `الأمم` are `للأمم`.
  static String attach(String prefix, String word) {
    if (prefix.endsWith("ل" + ARTICLE)) {
      return prefix.substring(0, prefix.length() - ARTICLE.length()) + "ل" + word;
    }
    boolean meetsArticle =
        prefix.endsWith("ل") && !prefix.endsWith(ARTICLE) && word.startsWith(ARTICLE);
    return prefix + (meetsArticle ? "ل" + word.substring(ARTICLE.length()) : word);
  }
}
