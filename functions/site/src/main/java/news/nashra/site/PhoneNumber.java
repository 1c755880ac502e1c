package news.nashra.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds telephone numbers within sentences: `+961 1 234 567`, `00961 3 123456`, `01/234567`, `(03)
/// 123 456`. They are read from left to right in every language, but a browser that is not told so
/// shows their groups in the order of the text around them. Dates, years and scores are none. Pure
/// functions, in linear time.
public final class PhoneNumber {
  /// Where a number is in a text.
  public record Place(int start, int end) {}

  private static final String SPACES = " \u00A0\u202F";
  private static final String SPACE = "[" + SPACES + "]";

  /// What is between groups of digits.
  private static final String GAP = "(?:" + SPACE + "|[-–./])";

  /// `+961 1 234 567`, `00961-3-123456`, `+33 (0)1 23 45 67 89`.
  private static final String INTERNATIONAL =
      "(?:\\+" + SPACE + "?|00)[1-9][0-9]{0,3}(?:" + GAP + "?\\(?[0-9]{1,8}\\)?){1,6}+";

  /// `01/234567`, `03 123 456`, `(01) 234-567`, `01/23 45 67`: a prefix that begins with 0, and
  /// groups of three digits or more, or three of two.
  private static final String LOCAL =
      "\\(?0[1-9][0-9]{0,2}\\)?"
          + GAP
          + "(?:[0-9]{3,7}(?:[ \u00A0\u202F-][0-9]{2,4}){0,2}+|[0-9]{2}(?:[ \u00A0\u202F-][0-9]{2}){2,3}+)";

  private static final Pattern NUMBER =
      Pattern.compile("(?:" + INTERNATIONAL + "|" + LOCAL + ")(?![\\p{L}\\p{N}/])");

  /// What is right before no number, beside letters and digits.
  private static final String BEFORE_NONE = "+/.,-";

  private static final int MIN_DIGITS = 7;
  private static final int MAX_DIGITS = 15; // ITU-T E.164

  private PhoneNumber() {}

  /// The numbers in `text`, in its order.
  public static List<Place> find(String text) {
    if (text.indexOf('0') < 0 && text.indexOf('+') < 0) {
      return List.of();
    }
    var places = new ArrayList<Place>();
    var number = NUMBER.matcher(text);
    int length = text.length();
    int from = 0;
    for (int i = 0; i < length; i++) {
      if (mayBegin(text, from, i) && number.region(i, length).lookingAt()) {
        int end = number.end();
        int digits = digits(text, i, end);
        if (digits >= MIN_DIGITS && digits <= MAX_DIGITS) {
          places.add(new Place(i, end));
          from = end;
        }
        i = end - 1;
      }
    }
    return places;
  }

  /// Whether a number may begin at `index`: the expression is tried nowhere else.
  ///
  /// @param from where the number before ends, so that what follows it is read as a text of its own
  private static boolean mayBegin(String text, int from, int index) {
    char c = text.charAt(index);
    if (c != '+' && c != '0' && c != '(') {
      return false;
    }
    if (index == from) {
      return true;
    }
    char before = text.charAt(index - 1);
    boolean another =
        index - 2 >= from && SPACES.indexOf(before) >= 0 && isDigit(text.charAt(index - 2));
    return !another
        && BEFORE_NONE.indexOf(before) < 0
        && !isLetterOrNumber(text.codePointBefore(index));
  }

  /// Letters, digits, and numbers such as `½` and `①`.
  private static boolean isLetterOrNumber(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int digits(String text, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }
}
