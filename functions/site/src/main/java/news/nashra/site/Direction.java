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

  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /// The host of a web address that has no scheme, such as `nashra.example/2026/`.
  private static final Pattern HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}_-]+[.])+[a-zA-Z]{2,24}(?::\\d+)?");

  /// The longest name of a host, and a port.
  private static final int MAX_HOST_LENGTH = 253 + 6;

  private static final Pattern WORD_GAP = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’_-]+");

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
    return Long.signum(words.balance()) * (words.right() + words.left());
  }

  /// The direction of texts whose weights sum up to `weight`.
  public static Optional<String> ofWeight(long weight) {
    return weight == 0 ? Optional.empty() : Optional.of(weight > 0 ? "rtl" : "ltr");
  }

  /// @param startsRight whether the first word is read from right to left
  private record Words(boolean startsRight, long right, long left) {
    long balance() {
      return startsRight ? 1 : right - left;
    }

    Words and(int direction) {
      boolean first = right + left == 0;
      return direction > 0
          ? new Words(startsRight || first, right + 1, left)
          : new Words(startsRight, right, left + 1);
    }
  }

  private static Words count(String text) {
    var words = new Words(false, 0, 0);
    for (var token : SPACE.split(CODE.matcher(text).replaceAll(" "))) {
      for (var word : WORD_GAP.split(withoutAddress(token))) {
        int direction = direction(word);
        words = direction == 0 ? words : words.and(direction);
      }
    }
    return words;
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

  /// 1 for a word that is read from right to left, -1 for one from left to right, by its first
  /// letter; 0 for one without letters.
  private static int direction(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .mapToObj(Character::getDirectionality)
        .filter(d -> d == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isRight(d))
        .findFirst()
        .map(d -> isRight(d) ? 1 : -1)
        .orElse(0);
  }

  private static boolean isRight(byte directionality) {
    return directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || directionality == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
