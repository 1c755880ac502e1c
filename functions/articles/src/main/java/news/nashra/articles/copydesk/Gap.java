package news.nashra.articles.copydesk;

/// What is between two words.
final class Gap {
  /// More spaces than this are not between the words of a phrase.
  private static final int MAX_LENGTH = 8;

  private Gap() {}

  /// Whether there is white space and nothing else.
  static boolean isSpace(CheckedText text, int from, int to) {
    if (from >= to || to - from > MAX_LENGTH) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!isSpace(text.at(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\t';
  }
}
