package news.nashra.core;

import java.text.Normalizer;

/// Turns the [presentation forms](https://www.unicode.org/charts/PDF/UFB50.pdf) of Arabic letters,
/// as they are copied from PDF files, into the letters that people type. The order of the letters
/// stays as it is. Pure functions.
///
/// The phrases and signs from `U+FDFA` on, such as ﷺ and ﷼, are kept: people type them on purpose.
final class PresentationForms {
  private static final int TATWEEL = 0x0640;

  private PresentationForms() {}

  static String toLetters(String text) {
    if (text.chars().noneMatch(PresentationForms::is)) {
      return text;
    }
    var letters = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (is(c)) {
        letters.append(letters(c));
      } else {
        letters.append(c);
      }
    }
    return letters.toString();
  }

  /// Whether `c` is in the blocks Arabic Presentation Forms A and B.
  private static boolean is(int c) {
    return c >= 0xFB50 && c < 0xFDFA || c >= 0xFE70 && c < 0xFEFF;
  }

  /// The letters of a form. A vowel sign is on a space or a tatweel, which is not part of the text.
  private static String letters(char form) {
    var letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
    boolean carried = letters.charAt(0) == ' ' || letters.charAt(0) == TATWEEL;
    return carried && letters.length() > 1 ? letters.substring(1) : letters;
  }
}
