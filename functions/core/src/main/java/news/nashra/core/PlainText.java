package news.nashra.core;

import java.text.Normalizer;

/// Text in the form in which two texts are compared: without what cannot be seen, without harakat,
/// accents and tatweel, with each letter in its plainest lower-case form, and with one space for
/// any white space. Punctuation and symbols stay, which [FoldedText] drops.
public final class PlainText {
  private PlainText() {}

  /// @param text that [Text] has cleaned
  public static String of(String text) {
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .map(Character::toLowerCase)
        .map(ArabicLetters::base)
        .forEach(c -> add(c, plain));
    return plain.toString().strip();
  }

  private static void add(int c, StringBuilder plain) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    } else if (isSeen(c)) {
      plain.appendCodePoint(c);
    }
  }

  /// The variation selectors are marks. The Hangul fillers are letters, and the empty Braille
  /// pattern is a symbol.
  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT,
          Character.CONTROL,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> Text.FILLERS.indexOf(c) < 0 && c != 0x2800 && !ArabicLetters.isIgnored(c);
    };
  }
}
