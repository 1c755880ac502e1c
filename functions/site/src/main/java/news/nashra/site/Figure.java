package news.nashra.site;

import java.util.regex.Pattern;

/// Recognises figures that stand alone: `-3.5%`, `+961 1 234 567`, `2019–2024`, `2-1`. They are
/// read from left to right in every language, but a browser that is not told so shows their signs
/// and groups in the order of the text around them. Pure functions.
public final class Figure {
  private static final int MAX_LENGTH = 80;

  /// The signs and separators of numbers. So are white space and the signs of currencies.
  private static final String SIGNS = "-+−–—±~≈<>≤≥=.,:;/()[]%٪‰°×*'’½¼¾¹²³#|";

  /// A number that looks the same in both directions, or one of a list, `1.`, `(1)`, whose dot and
  /// brackets belong to the text around it.
  private static final Pattern PLAIN = Pattern.compile("\\(?[0-9]+[.)]?");

  private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

  private Figure() {}

  /// Whether `text` is a figure and nothing else, and has a direction of its own.
  public static boolean is(String text) {
    if (text.length() > MAX_LENGTH || !hasDigit(text) || !isNumeric(text)) {
      return false;
    }
    return !PLAIN.matcher(UNSEEN.matcher(text).replaceAll("").strip()).matches();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Only Latin digits: those of other scripts are written in the order of their text.
  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// Whether `text` has none but digits, signs, and what is unseen.
  private static boolean isNumeric(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (!isDigit(c) && SIGNS.indexOf(c) < 0 && !isSpaceOrCurrency(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpaceOrCurrency(int c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || switch (Character.getType(c)) {
          case Character.SPACE_SEPARATOR,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.CURRENCY_SYMBOL,
              Character.FORMAT ->
              true;
          default -> false;
        };
  }
}
