package news.nashra.core;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Turns the [presentation forms](https://www.unicode.org/charts/PDF/UFB50.pdf) of Arabic letters,
/// as they are copied from PDF files, into the letters that people type. Pure functions.
///
/// The phrases and signs from `U+FDFA` on, such as ﷺ and ﷼, are kept: people type them on purpose.
final class PresentationForms {
  private static final int FIRST = 0xFB50;
  private static final int END = 0xFEFF;
  private static final int TATWEEL = 0x0640;

  /// The letters of each form, once they have been asked for. Threads may find the same ones.
  private static final @Nullable String[] LETTERS = new String[END - FIRST];

  private PresentationForms() {}

  /// Whether `c` is in the blocks Arabic Presentation Forms A and B.
  static boolean include(int c) {
    return c >= FIRST && c < END && (c < 0xFDFA || c >= 0xFE70);
  }

  /// The letters of a form. A vowel sign is on a space or a tatweel, which is not part of the text.
  static String letters(int form) {
    var known = LETTERS[form - FIRST];
    if (known != null) {
      return known;
    }
    var letters = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
    boolean carried = letters.charAt(0) == ' ' || letters.charAt(0) == TATWEEL;
    var own = carried && letters.length() > 1 ? letters.substring(1) : letters;
    LETTERS[form - FIRST] = own;
    return own;
  }
}
