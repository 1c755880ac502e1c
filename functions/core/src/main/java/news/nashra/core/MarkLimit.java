package news.nashra.core;

/// Limits what may follow a letter, or any other character with a width of its own: combining
/// marks, and characters that are not seen, such as joiners and variation selectors. Unseen
/// characters between marks do not begin the count again, because all of them are drawn on the same
/// letter. Fed one character after the other. Not thread-safe.
final class MarkLimit {
  /// More than any script needs.
  static final int MAX_MARKS = 6;

  /// The longest run of marks in text that is
  /// [stream-safe](https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format). Normalisation
  /// sorts each run, and takes time quadratic in its length.
  static final int MAX_MARKS_TO_NORMALISE = 30;

  private static final int MAX_UNSEEN = 4;

  /// The [types][Character#getType] of combining marks, as bits.
  private static final int MARK_TYPES =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK;

  private final int maxMarks;
  private int marks;
  private int unseen;

  MarkLimit(int maxMarks) {
    this.maxMarks = maxMarks;
  }

  /// Whether `c` may follow the characters before it.
  boolean admits(int c) {
    if (c < 0x80) {
      return restart();
    }
    if (EmojiTags.include(c)) {
      return true; // of a flag, whose code is short: others are not let in
    }
    int type = Character.getType(c);
    if (isUnseen(c, type)) {
      return ++unseen <= MAX_UNSEEN;
    }
    return (MARK_TYPES >> type & 1) == 0 ? restart() : ++marks <= maxMarks;
  }

  /// The next character stands alone, or on white space.
  boolean restart() {
    marks = 0;
    unseen = 0;
    return true;
  }

  /// `text` without the marks that are too many.
  static String apply(String text, int maxMarks) {
    var limit = new MarkLimit(maxMarks);
    var kept = new StringBuilder(text.length());
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (limit.admits(c)) {
        kept.appendCodePoint(c);
      }
    }
    return kept.length() == text.length() ? text : kept.toString();
  }

  /// Format characters, variation selectors, the combining grapheme joiner, and the fillers of
  /// Hangul.
  private static boolean isUnseen(int c, int type) {
    return type == Character.FORMAT
        || c == 0x034F
        || Text.FILLERS.indexOf(c) >= 0
        || (c >= 0x180B && c <= 0x180F)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
