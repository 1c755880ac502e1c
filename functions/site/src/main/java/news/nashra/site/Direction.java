package news.nashra.site;

import java.util.Optional;
import java.util.regex.Pattern;

/// Tells in which direction a text is read. Pure functions, in linear time.
///
/// Words are counted, not letters: an Arabic headline may hold more Latin letters than Arabic ones,
/// in the names of products. Addresses, email addresses, `@names`, `#tags` and code between
/// backticks count for nothing.
public final class Direction {
  /// Code, as people mark it in plain text.
  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\p{N}])`[^`\n]++`(?![\\p{L}\\p{N}])");

  /// What an address has that other words have not.
  private static final String ADDRESS_SIGNS = ":@#.";

  /// The host of a web address that has no scheme, such as `nashra.example/2026/`.
  private static final Pattern HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]+[.])+[a-zA-Z]{2,24}(?::\\d+)?");

  /// The longest name of a host, and a port.
  private static final int MAX_HOST_LENGTH = 253 + 6;

  private static final String WORD_JOINERS = "'’_-";

  /// The [types][Character#getType] of marks and numbers, as bits.
  private static final int WORD_TYPES =
      1 << Character.NON_SPACING_MARK
          | 1 << Character.ENCLOSING_MARK
          | 1 << Character.COMBINING_SPACING_MARK
          | 1 << Character.DECIMAL_DIGIT_NUMBER
          | 1 << Character.LETTER_NUMBER
          | 1 << Character.OTHER_NUMBER;

  private Direction() {}

  /// `rtl` if the first word of `text` is read from right to left, or if most words are; `ltr` if
  /// most words are read from left to right. Absent for a text without words, such as `2026`, and
  /// for one that begins from left to right and is half and half: it is read as what is around it.
  public static Optional<String> find(String text) {
    return ofWeight(weight(text));
  }

  /// `text` within characters that keep its direction from the text around it ([UAX
  /// #9](https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates)). For where no element
  /// can be around it.
  public static String isolate(String text) {
    return "\u2068" + text + "\u2069";
  }

  /// The direction of `text`, or `fallback` for a text of neither.
  public static String of(String text, String fallback) {
    return find(text).orElse(fallback);
  }

  /// How many words a text has, negative for one that is read from left to right; 0 for one of
  /// neither direction. A long text is read as most words of its paragraphs: [#ofWeight] of the sum
  /// of their weights.
  public static long weight(String text) {
    var words = count(text);
    return (long) Long.signum(words.balance()) * words.sum();
  }

  /// The direction of texts whose weights sum up to `weight`.
  public static Optional<String> ofWeight(long weight) {
    return weight == 0 ? Optional.empty() : Optional.of(weight > 0 ? "rtl" : "ltr");
  }

  private static Words count(String text) {
    var words = new Words();
    var spoken = text.indexOf('`') < 0 ? text : CODE.matcher(text).replaceAll(" ");
    int length = spoken.length();
    for (int i = 0; i < length; ) {
      int start = i;
      boolean mayBeAddress = false;
      for (; i < length && !isSpace(spoken.charAt(i)); i++) {
        mayBeAddress |= ADDRESS_SIGNS.indexOf(spoken.charAt(i)) >= 0;
      }
      if (mayBeAddress) {
        var rest = withoutAddress(spoken.substring(start, i));
        words.add(rest, 0, rest.length());
      } else {
        words.add(spoken, start, i);
      }
      i++;
    }
    return words;
  }

  /// How many words are read in each direction.
  private static final class Words {
    private boolean startsRight;
    private int right;
    private int left;

    long balance() {
      return startsRight ? 1 : right - left;
    }

    int sum() {
      return right + left;
    }

    /// Counts the words between `from` and `to`. A word has the direction of its first letter.
    void add(String text, int from, int to) {
      boolean open = true;
      int c;
      for (int i = from; i < to; i += Character.charCount(c)) {
        c = text.codePointAt(i);
        if (Character.isLetter(c)) {
          open = open && !add(Character.getDirectionality(c));
        } else {
          open = open || isGap(c);
        }
      }
    }

    /// Counts a word that begins with a letter of `directionality`, if it has a direction.
    private boolean add(byte directionality) {
      boolean isRight =
          directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
              || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
      if (isRight) {
        startsRight |= right + left == 0;
        right++;
      } else if (directionality == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
        left++;
      } else {
        return false;
      }
      return true;
    }
  }

  /// What is left of a run without spaces when an address in it is taken out.
  private static String withoutAddress(String token) {
    int scheme = token.indexOf("://");
    if (scheme >= 0) {
      int start = scheme;
      while (start > 0 && isAsciiLetter(token.charAt(start - 1))) {
        start--;
      }
      return token.substring(0, start);
    }
    return token.indexOf('@') >= 0 || isTag(token) || isBareAddress(token) ? "" : token;
  }

  private static boolean isTag(String token) {
    int tag = token.indexOf('#');
    return tag >= 0
        && tag < token.length() - 1
        && token.codePoints().limit(tag).noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isBareAddress(String token) {
    if (token.indexOf('.') < 0) {
      return false;
    }
    int start = 0;
    while (start < token.length() && !Character.isLetterOrDigit(token.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < token.length() && "/?#".indexOf(token.charAt(end)) < 0) {
      end++;
    }
    while (end > start && !Character.isLetterOrDigit(token.charAt(end - 1))) {
      end--;
    }
    return end - start <= MAX_HOST_LENGTH && HOST.matcher(token.substring(start, end)).matches();
  }

  private static boolean isAsciiLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > 0x7F && Character.isSpaceChar(c));
  }

  /// Whether `c`, which is no letter, stands between words: all but marks, numbers and what joins
  /// the parts of a word.
  private static boolean isGap(int c) {
    return WORD_JOINERS.indexOf(c) < 0 && (WORD_TYPES >> Character.getType(c) & 1) == 0;
  }
}
