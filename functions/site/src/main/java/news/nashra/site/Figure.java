package news.nashra.site;

import java.util.regex.Pattern;

/// Recognises figures that stand alone: `-3.5%`, `+961 1 234 567`, `2019–2024`, `2-1`. They are
/// read from left to right in every language, but a browser that is not told so shows their signs
/// and groups in the order of the text around them. Pure functions.
public final class Figure {
  private static final int MAX_LENGTH = 80;

  /// The signs, currencies and separators of numbers, as a character class.
  private static final String SIGNS = "-+−–—±~≈<>≤≥=.,:;/()\\[\\]%٪‰°×*'’½¼¾¹²³#|\\s\\p{Z}\\p{Sc}";

  /// Only Latin digits: those of other scripts are written in the order of their text.
  private static final Pattern FIGURE =
      Pattern.compile("[" + SIGNS + "]*+[0-9][" + SIGNS + "0-9]*+");

  /// A number that looks the same in both directions, or one of a list, `1.`, `(1)`, whose dot and
  /// brackets belong to the text around it.
  private static final Pattern PLAIN = Pattern.compile("\\(?[0-9]+[.)]?");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

  private Figure() {}

  /// Whether `text` is a figure and nothing else, and has a direction of its own.
  public static boolean is(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    var seen = UNSEEN.matcher(text).replaceAll("").strip();
    return FIGURE.matcher(seen).matches() && !PLAIN.matcher(seen).matches();
  }
}
