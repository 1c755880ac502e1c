package news.nashra.core;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cleans text from outside, so that it is safe to store and to show. The only text normaliser of
/// the project.
///
/// It removes control characters; bidi embeddings, overrides and isolates, which can reorder the
/// text around them ([UAX #9](https://www.unicode.org/reports/tr9/)); byte order marks, lone
/// surrogates, noncharacters, tags that are not of a flag, and other invisible characters;
/// combining marks beyond six on one letter, and unseen characters beyond four. It keeps ZWJ and
/// ZWNJ, which emoji and Persian need, and the marks LRM, RLM and ALM. [PresentationForms] become
/// letters. The result is in NFC, and is not changed by being cleaned again.
///
/// Every function takes time in proportion to the length of the text, whatever it consists of.
public final class Text {
  /// The fillers of Hangul, which are letters to Unicode and cannot be seen.
  static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}" + FILLERS + "]+");

  /// The [types][Character#getType] of letters, numbers, punctuation and symbols, as bits.
  private static final int VISIBLE_TYPES =
      bits(
          Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL);

  /// The empty Braille pattern is a symbol to Unicode.
  private static final int EMPTY_PATTERN = 0x2800;

  /// A grapheme cluster may be long (an emoji of a family has eleven code points), but a headline
  /// of 200 letters with 5,000 marks on each is an attack.
  private static final int MAX_CODE_POINTS_PER_GRAPHEME = 16;

  /// A text is not read on when it has more code units than this for each grapheme cluster that is
  /// allowed. Only decomposed letters and marks that are removed make a text shorter than it began.
  private static final int MAX_UNITS_PER_GRAPHEME = 8 * MAX_CODE_POINTS_PER_GRAPHEME;

  /// A shortened text has at most this many code points for each grapheme cluster.
  private static final int SHORTENED_CODE_POINTS_PER_GRAPHEME = 4;

  private Text() {}

  /// One line: every run of white space becomes one space, and none is left at the ends.
  public static String line(String raw) {
    return TextCleaning.clean(raw, TextCleaning.Spaces.LINE, Integer.MAX_VALUE);
  }

  /// One line for a field of `limit` grapheme clusters. Of a text that is much longer, only the
  /// beginning is cleaned: too much to [fit][#fits].
  public static String line(String raw, int limit) {
    return TextCleaning.clean(raw, TextCleaning.Spaces.LINE, limit * MAX_UNITS_PER_GRAPHEME);
  }

  /// Several lines: line breaks become `\n`, with at most one empty line in a row.
  public static String lines(String raw) {
    return TextCleaning.clean(raw, TextCleaning.Spaces.LINES, Integer.MAX_VALUE);
  }

  /// Several lines for a field of `limit` grapheme clusters, as in [#line(String, int)].
  public static String lines(String raw, int limit) {
    return TextCleaning.clean(raw, TextCleaning.Spaces.LINES, limit * MAX_UNITS_PER_GRAPHEME);
  }

  /// Text in NFC without the characters that the class comment names. Runs of white space are kept,
  /// and line breaks become `\n`.
  public static String strip(String raw) {
    return TextCleaning.clean(raw, TextCleaning.Spaces.KEPT, Integer.MAX_VALUE);
  }

  /// Text exactly as it was typed, to be shown in its form again. Line breaks become `\n`, as a
  /// browser counts them. Only what a page may not contain is removed. Not for text that is stored.
  public static String typed(String raw) {
    var typed = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\r' && i < raw.length() && raw.charAt(i) == '\n') {
        continue;
      }
      if (c == '\r' || c == 0x85 || c == 0x0B) {
        typed.append('\n');
      } else if (!UnsafeCharacters.includeOnPages(c)) {
        typed.appendCodePoint(c);
      }
    }
    return typed.toString();
  }

  /// Text without the characters that format others and are not seen, such as soft hyphens, joiners
  /// and direction marks: for what is compared or addressed, not for what is shown.
  public static String withoutFormat(String text) {
    return FORMAT.matcher(text).replaceAll("");
  }

  /// Whether a reader sees anything of `text`. Zero-width characters and fillers do not count.
  public static boolean visible(String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean seen = (VISIBLE_TYPES >> Character.getType(c) & 1) != 0;
      if (seen && c != EMPTY_PATTERN && FILLERS.indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }

  private static int bits(byte... types) {
    int bits = 0;
    for (byte type : types) {
      bits |= 1 << type;
    }
    return bits;
  }

  /// The length in grapheme clusters, as `Intl.Segmenter` counts them in the browser.
  public static int length(String text) {
    var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int count = 0;
    while (clusters.next() != BreakIterator.DONE) {
      count++;
    }
    return count;
  }

  /// Whether `text` has at most `limit` grapheme clusters, and at most `16 * limit` code points.
  public static boolean fits(String text, int limit) {
    return text.codePointCount(0, text.length()) <= limit * MAX_CODE_POINTS_PER_GRAPHEME
        && length(text) <= limit;
  }

  /// What was sent, as one line of at most `limit` grapheme clusters: to quote or to name it.
  public static String quote(String raw, int limit) {
    return shorten(line(line(raw, limit)), limit);
  }

  /// Shortens `text` to at most `limit` grapheme clusters, and four times as many code points, with
  /// an ellipsis if anything is cut. Cuts at a space where possible.
  public static String shorten(String text, int limit) {
    if (fits(text, limit)) {
      return text;
    }
    int end = end(text, limit);
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end).strip() + "…";
  }

  /// Where the grapheme clusters end that are kept of a text that is too long. A first one that is
  /// too long itself is cut.
  private static int end(String text, int limit) {
    int most =
        Math.min(limit * SHORTENED_CODE_POINTS_PER_GRAPHEME, text.codePointCount(0, text.length()));
    var head = text.substring(0, text.offsetByCodePoints(0, most));
    var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(head);
    int end = 0;
    for (int i = 0; i < limit - 1; i++) {
      int next = clusters.next();
      if (next == head.length()) {
        return end == 0 ? next : end;
      }
      end = next;
    }
    return end;
  }
}
