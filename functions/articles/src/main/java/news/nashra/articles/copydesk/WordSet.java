package news.nashra.articles.copydesk;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words that a setting of a rule names, some of them with `*`, which stands for any letters or
/// none.
final class WordSet {
  private final Set<String> words = new HashSet<>();
  private final Set<String> endings = new HashSet<>();
  private final List<WordPattern> patterns;

  WordSet(List<String> list) {
    for (var word : list) {
      if (isEnding(word)) {
        endings.add(word.substring(1));
      } else {
        words.add(word);
      }
    }
    patterns =
        words.stream()
            .filter(WordPattern::isPattern)
            .map(word -> new WordPattern(word, 0))
            .toList();
  }

  private static boolean isEnding(String word) {
    return word.lastIndexOf(WordPattern.STAR) == 0;
  }

  boolean contains(String word) {
    return words.contains(word)
        || (!endings.isEmpty() && hasEnding(word))
        || patterns.stream().anyMatch(pattern -> pattern.matches(word));
  }

  private boolean hasEnding(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (endings.contains(word.substring(i))) {
        return true;
      }
    }
    return false;
  }
}
