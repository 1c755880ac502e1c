package news.nashra.core;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Cleans text from outside, so that it is safe to store and to show. The only text normaliser of
/// the project.
///
/// It removes control characters; bidi embeddings, overrides and isolates, which can reorder the
/// text around them ([UAX #9](https://www.unicode.org/reports/tr9/)); byte order marks, lone
/// surrogates, noncharacters, tags and other invisible characters; and combining marks beyond six
/// on one letter. It keeps ZWJ and ZWNJ, which emoji and Persian need, and the marks LRM, RLM and
/// ALM. [PresentationForms] become letters. The result is in NFC.
public final class Text {
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n?|[\u0085\u2028\u2029\u000B\f]");
  private static final Pattern TYPED_BREAK = Pattern.compile("\r\n?|[\u0085\u000B]");
  private static final Pattern FORMAT = Pattern.compile("[\\p{Cf}\u115F\u1160\u3164\uFFA0]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern LINE_SPACES = Pattern.compile("[ \t\\p{Zs}]+");
  private static final Pattern EDGES = Pattern.compile("(?m)^ +| +$");
  private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");
  private static final Pattern EXCESS_MARKS =
      Pattern.compile("([\\p{Mn}\\p{Me}]{6})[\\p{Mn}\\p{Me}]+");
  private static final Pattern VISIBLE_CHARACTER =
      Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\u115F\u1160\u3164\uFFA0\u2800]]");

  /// A grapheme cluster may be long (an emoji of a family has eleven code points), but a headline
  /// of 200 letters with 5,000 marks on each is an attack.
  private static final int MAX_CODE_POINTS_PER_GRAPHEME = 16;

  private Text() {}

  /// One line: every run of white space becomes one space, and none is left at the ends.
  public static String line(String raw) {
    return SPACES.matcher(strip(raw, false)).replaceAll(" ").strip();
  }

  /// Several lines: line breaks become `\n`, with at most one empty line in a row.
  public static String lines(String raw) {
    var text = LINE_SPACES.matcher(strip(raw, true)).replaceAll(" ");
    return EMPTY_LINES.matcher(EDGES.matcher(text).replaceAll("")).replaceAll("\n\n").strip();
  }

  /// Text in NFC without the characters that the class comment names. Runs of white space are kept.
  ///
  /// @param keepBreaks whether line breaks become `\n`; otherwise they become spaces
  public static String strip(String raw, boolean keepBreaks) {
    var kept = new StringBuilder(raw.length());
    var text = keepBreaks ? LINE_BREAK.matcher(raw).replaceAll("\n") : raw;
    text.codePoints()
        .filter(c -> !isHarmful(c))
        .forEach(c -> kept.appendCodePoint(replaceSpace(c, keepBreaks)));
    var letters = PresentationForms.toLetters(kept.toString());
    return EXCESS_MARKS
        .matcher(Normalizer.normalize(letters, Normalizer.Form.NFC))
        .replaceAll("$1");
  }

  /// Text exactly as it was typed, to be shown in its form again. Line breaks become `\n`, as a
  /// browser counts them. Only what a page [may not
  /// contain](https://html.spec.whatwg.org/#preprocessing-the-input-stream) is removed. Not for
  /// text that is stored.
  public static String typed(String raw) {
    return TYPED_BREAK
        .matcher(raw)
        .replaceAll("\n")
        .codePoints()
        .filter(c -> !isControl(c) && !isNoncharacter(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// Text without the characters that format others and are not seen, such as soft hyphens, joiners
  /// and direction marks: for what is compared or addressed, not for what is shown.
  public static String withoutFormat(String text) {
    return FORMAT.matcher(text).replaceAll("");
  }

  /// Whether a reader sees anything of `text`. Zero-width characters and fillers do not count.
  public static boolean visible(String text) {
    return VISIBLE_CHARACTER.matcher(text).find();
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

  /// Shortens `text` to at most `limit` grapheme clusters, with an ellipsis if anything is cut.
  /// Cuts at a space where possible.
  public static String shorten(String text, int limit) {
    if (fits(text, limit)) {
      return text;
    }
    var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
    clusters.setText(text);
    int end = 0;
    for (int i = 0; i < limit - 1; i++) {
      end = clusters.next();
    }
    end =
        Math.min(
            end,
            text.offsetByCodePoints(0, Math.min(limit * 4, text.codePointCount(0, text.length()))));
    int space = text.lastIndexOf(' ', end);
    return text.substring(0, space > end / 2 ? space : end).strip() + "…";
  }

  private static int replaceSpace(int c, boolean keepBreaks) {
    boolean space =
        c == '\t'
            || c == '\r'
            || c == '\f'
            || c == 0x0B
            || c == 0x85
            || c == 0x2028
            || c == 0x2029
            || (c == '\n' && !keepBreaks);
    return space ? ' ' : c;
  }

  private static boolean isHarmful(int c) {
    boolean bidi = (c >= 0x202A && c <= 0x202E) || (c >= 0x2065 && c <= 0x206F);
    boolean nothing =
        c == 0xFEFF
            || (c >= 0xFFF0 && c <= 0xFFFC)
            || (c >= 0xE0000 && c <= 0xE0FFF && !(c >= 0xE0100 && c <= 0xE01EF));
    return bidi || nothing || isNoncharacter(c) || isControl(c) && c != 0x0B && c != 0x85;
  }

  /// Whether `c` is a control character, but for the white space of ASCII.
  private static boolean isControl(int c) {
    boolean space = c == '\t' || c == '\n' || c == '\r' || c == '\f';
    return (c < 0x20 && !space) || (c >= 0x7F && c <= 0x9F);
  }

  private static boolean isNoncharacter(int c) {
    return (c >= 0xD800 && c <= 0xDFFF) || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
  }
}
