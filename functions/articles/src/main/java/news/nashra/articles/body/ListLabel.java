package news.nashra.articles.body;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a word processor prints before an item: a bullet, a number, or words, which are text of the
/// item (`المادة 1:`).
///
/// @param numbers what it may stand for, the likeliest first; empty unless it is a number
/// @param words empty unless it is neither a bullet nor a number
record ListLabel(List<ListNumber> numbers, String words) {
  static final ListLabel BULLET = new ListLabel(List.of(), "");

  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]++");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
  private static final Pattern NUMBER =
      Pattern.compile("[(\\[]?(\\p{Nd}{1,4}|[A-Za-z]{1,15})[.)\\]ـ–-]{0,2}");

  /// Bullets that are letters: the circle of Courier, the arrow and the tick of Wingdings.
  private static final String LETTERS_AS_BULLETS = "oØü";

  ListLabel {
    numbers = List.copyOf(numbers);
  }

  static ListLabel of(ListNumber number) {
    return new ListLabel(List.of(number), "");
  }

  /// @param symbols whether its font has pictures for letters
  static ListLabel of(String printed, boolean symbols) {
    boolean plain = isPlain(printed);
    var text = plain ? printed : SPACES.matcher(printed).replaceAll(" ").strip();
    var visible = plain ? text : INVISIBLE.matcher(text).replaceAll("").strip();
    if (isBullet(visible, symbols)) {
      return BULLET;
    }
    var number = NUMBER.matcher(visible);
    var numbers = number.matches() ? ListNumber.readings(number.group(1)) : List.<ListNumber>of();
    return new ListLabel(numbers, numbers.isEmpty() ? text : "");
  }

  /// Whether it has none but visible characters of ASCII.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBullet(String text, boolean symbols) {
    if (text.isEmpty()) {
      return true;
    }
    int c = text.codePointAt(0);
    return text.length() == Character.charCount(c)
        && (symbols || LETTERS_AS_BULLETS.indexOf(c) >= 0 || !isLetterOrNumber(c));
  }

  private static boolean isLetterOrNumber(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || Character.getType(c) == Character.LETTER_NUMBER;
  }

  boolean isNumber() {
    return !numbers.isEmpty();
  }

  boolean isWords() {
    return !words.isEmpty();
  }

  /// The number that it is after the item `before`, or else before the item labelled `after`: `v`
  /// is five after `iv` and before `vi`.
  ListNumber number(@Nullable ListNumber before, @Nullable ListLabel after) {
    if (before != null && numbers.contains(before.next())) {
      return before.next();
    }
    return numbers.stream()
        .filter(number -> after != null && after.numbers().contains(number.next()))
        .findFirst()
        .orElse(numbers.getFirst());
  }
}
