package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The number of an item: its value, and the `type` of an `ol` that prints it so.
record ListNumber(String type, int value) {
  private static final Pattern ROMAN =
      Pattern.compile(
          "m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", Pattern.CASE_INSENSITIVE);
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}{1,4}");
  private static final String ROMAN_DIGITS = "ivxlcdm";
  private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100, 500, 1000};

  /// What `text` may stand for, the likeliest first: `v` is the letter, or five. Empty if it is no
  /// number. Digits may be those of any script.
  static List<ListNumber> readings(String text) {
    if (DIGITS.matcher(text).matches()) {
      return List.of(new ListNumber("1", Integer.parseInt(text)));
    }
    var lower = text.toLowerCase(Locale.ROOT);
    boolean small = text.equals(lower);
    if (!small && !text.equals(text.toUpperCase(Locale.ROOT))) {
      return List.of();
    }
    var readings = new ArrayList<ListNumber>();
    if (lower.length() == 1 && lower.charAt(0) >= 'a' && lower.charAt(0) <= 'z') {
      readings.add(new ListNumber(small ? "a" : "A", lower.charAt(0) - 'a' + 1));
    }
    if (!lower.isEmpty() && ROMAN.matcher(lower).matches()) {
      readings.add(lower.equals("i") ? 0 : readings.size(), roman(lower, small ? "i" : "I"));
    }
    return List.copyOf(readings);
  }

  private static ListNumber roman(String digits, String type) {
    int value = 0;
    int after = 0;
    for (int i = digits.length() - 1; i >= 0; i--) {
      int digit = ROMAN_VALUES[ROMAN_DIGITS.indexOf(digits.charAt(i))];
      value += digit < after ? -digit : digit;
      after = digit;
    }
    return new ListNumber(type, value);
  }

  ListNumber next() {
    return new ListNumber(type, value + 1);
  }
}
