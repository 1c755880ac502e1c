package news.nashra.articles.copydesk;

import java.util.List;

/// What a sign must have on one side: one of some kinds of characters, or, after `not`, none of
/// them. Closing and opening signs between it and a letter or digit are passed over.
final class Surroundings {
  /// The kinds, each with a bit of its own by its place.
  private static final List<String> KINDS =
      List.of("arabic", "arabic-word", "latin", "letter", "digit", "space", "edge", "mark");

  private static final int ARABIC = 1;
  private static final int ARABIC_WORD = 1 << 1;
  private static final int LATIN = 1 << 2;
  private static final int LETTER = 1 << 3;
  private static final int DIGIT = 1 << 4;
  private static final int SPACE = 1 << 5;
  private static final int EDGE = 1 << 6;
  private static final int MARK = 1 << 7;

  private static final String CLOSING = "»”\")]’";
  private static final String OPENING = "«“\"([‘";
  private static final int MAX_PASSED = 3;

  private final int kinds;
  private final boolean negated;

  Surroundings(StyleRule rule, String side) {
    var words = rule.list(side);
    negated = !words.isEmpty() && words.getFirst().equals("not");
    int bits = 0;
    for (var word : negated ? words.subList(1, words.size()) : words) {
      if (!KINDS.contains(word)) {
        throw rule.wrong(side + " takes " + String.join(", ", KINDS));
      }
      bits |= 1 << KINDS.indexOf(word);
    }
    kinds = bits;
  }

  /// Whether what is before `index` fits.
  boolean fitBefore(CheckedText text, int index) {
    return kinds == 0 || fits(text, index - 1, -1, CLOSING) != negated;
  }

  /// Whether what begins at `index` fits.
  boolean fitAfter(CheckedText text, int index) {
    return kinds == 0 || fits(text, index, 1, OPENING) != negated;
  }

  private boolean fits(CheckedText text, int index, int step, String passed) {
    int i = index;
    for (int n = 0; n <= MAX_PASSED; n++, i += step) {
      char c = text.at(i);
      if ((kindsOf(c, text.at(i + step)) & kinds) != 0) {
        return true;
      }
      if (passed.indexOf(c) < 0 && !Words.isMark(c)) {
        return false;
      }
    }
    return false;
  }

  /// @param beyond the character on the other side of `c`
  private static int kindsOf(char c, char beyond) {
    if (c == '\n') {
      return EDGE;
    }
    if (Gap.isSpace(c)) {
      return SPACE;
    }
    if (Character.isDigit(c)) {
      return DIGIT;
    }
    if (!Character.isLetter(c)) {
      return MARK;
    }
    if (!isArabic(c)) {
      return c < '\u0250' ? LETTER | LATIN : LETTER;
    }
    boolean word = isArabic(beyond) || Words.isMark(beyond);
    return word ? LETTER | ARABIC | ARABIC_WORD : LETTER | ARABIC;
  }

  private static boolean isArabic(char c) {
    return c >= '\u0620' && c <= '\u06D3' && Character.isLetter(c);
  }
}
