package news.nashra.articles.copydesk;

import java.util.List;

/// A word of a rule. Each `*` in it, at most two, stands for some letters: `ال*ه`.
final class WordPattern {
  static final char STAR = '*';

  private final String beginning;
  private final String middle;
  private final String end;
  private final boolean twice;
  private final int fewest;

  /// @param fewest how many letters a `*` stands for at least
  WordPattern(String pattern, int fewest) {
    int first = pattern.indexOf(STAR);
    int last = pattern.lastIndexOf(STAR);
    beginning = pattern.substring(0, first);
    end = pattern.substring(last + 1);
    twice = last > first;
    middle = twice ? pattern.substring(first + 1, last) : "";
    this.fewest = fewest;
    if (middle.indexOf(STAR) >= 0) {
      throw new IllegalArgumentException("edition/style: at most two * in a word: " + pattern);
    }
  }

  static boolean isPattern(String word) {
    return word.indexOf(STAR) >= 0;
  }

  /// What comes before the first `*`.
  String beginning() {
    return beginning;
  }

  /// A letter that each word has which matches, for a pattern that begins with `*`.
  char letter() {
    return (middle + end).charAt(0);
  }

  boolean matches(String word) {
    int length = word.length() - beginning.length() - end.length();
    return length >= fewest
        && word.startsWith(beginning)
        && word.endsWith(end)
        && (!twice || middleOf(word) >= 0);
  }

  /// Where the middle begins, or a number below 0.
  private int middleOf(String word) {
    int at = word.indexOf(middle, beginning.length() + fewest);
    return at + middle.length() + fewest <= word.length() - end.length() ? at : -1;
  }

  /// What each `*` stands for in a word that matches.
  List<String> stars(String word) {
    int to = word.length() - end.length();
    if (!twice) {
      return List.of(word.substring(beginning.length(), to));
    }
    int at = middleOf(word);
    return List.of(
        word.substring(beginning.length(), at), word.substring(at + middle.length(), to));
  }

  /// Puts what the `*` of a wrong word stand for into what replaces it.
  static String fill(String replacement, List<String> stars) {
    var pieces = replacement.split("\\*", -1);
    var filled = new StringBuilder(pieces[0]);
    for (int i = 1; i < pieces.length; i++) {
      filled.append(stars.get(i - 1)).append(pieces[i]);
    }
    return filled.toString();
  }
}
