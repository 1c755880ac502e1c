package news.nashra.articles.body;

/// Estimates how many characters of a source a reader sees: those that are no white space, where a
/// character reference, `&#1575;`, is one.
final class VisibleLength {
  private static final int MAX_REFERENCE = 40;

  private VisibleLength() {}

  /// @param most where to stop: a longer source has more than that
  static int of(String source, int most) {
    int count = 0;
    for (int i = 0; i < source.length() && count <= most; i++) {
      char c = source.charAt(i);
      count += (c > ' ' && c < 0x80) || !Character.isWhitespace(c) ? 1 : 0;
      i = c == '&' ? endOfReference(source, i) : i;
    }
    return count;
  }

  /// The index of its semicolon; `at` if none begins there.
  private static int endOfReference(String source, int at) {
    int last = Math.min(source.length(), at + MAX_REFERENCE);
    for (int i = at + 1; i < last; i++) {
      char c = source.charAt(i);
      if (c == ';') {
        return i;
      }
      if (c != '#' && !CharacterReferences.isAlphanumeric(c) && !Character.isLetterOrDigit(c)) {
        return at;
      }
    }
    return at;
  }
}
