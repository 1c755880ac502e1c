package news.nashra.articles.body;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import news.nashra.articles.ArticleLimits;

/// Mends what a parser of HTML would lose, before it parses: rows without their table, as
/// spreadsheets put them on the clipboard; the settings that Word keeps in `<xml>`; its
/// self-closing elements (`<o:p/>`); text in angle brackets; and the shortcodes of WordPress. One
/// pass over the text, which resolves the character references in it and copies everything else to
/// the letter.
final class PastedMarkup {
  private static final Pattern CLIPBOARD_HEADER =
      Pattern.compile("\\AVersion:\\d[^<]{0,1000}(?=<)");
  private static final Pattern HANDLER_OF_BODY =
      Pattern.compile("\\s(on[a-z]{1,30})\\s{0,9}=", Pattern.CASE_INSENSITIVE);

  /// Elements whose content is no markup.
  private static final Set<String> RAW_TEXT =
      Set.of(
          "script",
          "style",
          "textarea",
          "title",
          "xmp",
          "iframe",
          "noembed",
          "noframes",
          "xml",
          "plaintext");

  private static final String DATA = "<![CDATA[";
  private static final String DOCTYPE = "<!doctype";
  private static final String END_OF_DATA = "]]>";

  /// The most tags and comments. Each element has two tags at most; the rest is for stray ones.
  private static final int MAX_TAGS = 3 * ArticleLimits.BODY_NODES;

  /// The most attributes of a tag, and the longest name. The parser compares each attribute with
  /// those before it, and builds a name letter by letter.
  private static final int MAX_ATTRIBUTES = 500;

  private static final int MAX_NAME_LENGTH = 100;

  /// The most ampersands in tags, each of which may begin a character reference.
  private static final int MAX_REFERENCES = 20_000;

  /// The most characters of text besides white space: what is dropped may be as long as what is
  /// kept.
  private static final int MAX_TEXT = 2 * ArticleLimits.BODY_KIB * 1024;

  private final String html;
  private final Cleaned cleaned;
  private final StringBuilder mended;
  private final LooseRows rows;
  private final Shortcodes shortcodes;
  private final AngleBrackets brackets;
  private int tags;
  private int elements;
  private int references;
  private int textLength;
  private boolean unclosedSettings;
  private boolean inData;

  private PastedMarkup(String html, Cleaned cleaned) {
    this.html = html;
    this.cleaned = cleaned;
    this.mended = new StringBuilder(html.length() + 64);
    this.rows = new LooseRows(mended);
    this.shortcodes = new Shortcodes(html, mended, cleaned);
    this.brackets = new AngleBrackets(html);
  }

  /// The mended markup.
  ///
  /// @throws UncleanableBody if it has more tags, or longer ones, than are cleaned
  static String mend(String pasted, Cleaned cleaned) {
    var html = CharacterReferences.without(pasted);
    var header = CLIPBOARD_HEADER.matcher(html);
    var markup = new PastedMarkup(header.find() ? html.substring(header.end()) : html, cleaned);
    markup.mend();
    return markup.mended.toString();
  }

  private void mend() {
    int position = 0;
    while (position < html.length()) {
      int tag = nextTag(position);
      text(html.substring(position, tag));
      if (tag == html.length()) {
        break;
      }
      position = tag(tag);
      if (++tags > MAX_TAGS || elements > ArticleLimits.BODY_NODES) {
        throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
      }
    }
    rows.end();
  }

  /// Where a tag, a comment or a declaration begins, or the end.
  private int nextTag(int from) {
    int at = html.indexOf('<', from);
    while (at >= 0 && at + 1 < html.length()) {
      char c = html.charAt(at + 1);
      if (c == '!' || c == '?' || c == '/' || isLetter(c)) {
        return at;
      }
      at = html.indexOf('<', at + 1);
    }
    return html.length();
  }

  private void text(String text) {
    if (!text.isBlank()) {
      rows.text();
    }
    textLength += VisibleLength.of(text, MAX_TEXT - textLength);
    if (textLength > MAX_TEXT) {
      throw new UncleanableBody(Body.Fault.TOO_LARGE);
    }
    int end = inData ? text.indexOf(END_OF_DATA) : -1;
    if (end >= 0) {
      inData = false;
      shortcodes.append(text.substring(0, end) + text.substring(end + END_OF_DATA.length()));
    } else {
      shortcodes.append(text);
    }
  }

  /// Copies what is between `from` and `to` as text, to which its first character, `<`, belongs.
  private int bracket(int from, int to) {
    text("&lt;" + html.substring(from + 1, to).replace("<", "&lt;"));
    return to;
  }

  /// Copies or mends the tag at `at`, and tells where it ends.
  private int tag(int at) {
    if (html.startsWith("<!--", at)) {
      return comment(at);
    }
    if (html.startsWith(DATA, at)) {
      inData = true;
      return at + DATA.length();
    }
    boolean closing = html.charAt(at + 1) == '/';
    var name = name(at + (closing ? 2 : 1));
    if (name.isEmpty() ? isText(at) : !AngleBrackets.isName(name)) {
      return bracket(at, at + 1);
    }
    int end = endOfTag(at);
    if (name.isEmpty()) {
      return copy(at, end);
    }
    return tag(name, closing, at, end);
  }

  private int comment(int at) {
    int end = html.indexOf("-->", at + 2);
    if (end < 0) {
      cleaned.element("!--");
      return html.length();
    }
    return copy(at, end + 3);
  }

  /// Whether what begins at `at` and has no name in Latin letters is text, which a parser would
  /// take for a comment: an end tag that begins with a letter or a digit, as `</3`; a declaration
  /// that is none of HTML; and `<?` before no name.
  private boolean isText(int at) {
    if (at + 2 >= html.length()) {
      return false;
    }
    int c = html.codePointAt(at + 2);
    return switch (html.charAt(at + 1)) {
      case '/' -> Character.isLetterOrDigit(c);
      case '!' -> Character.isLetterOrDigit(c) && !html.regionMatches(true, at, DOCTYPE, 0, 9);
      case '?' -> c > 0x7F || !isLetter((char) c);
      default -> false;
    };
  }

  private int tag(String name, boolean closing, int at, int end) {
    if (name.indexOf(':') > 0 && end - at > 3 && html.startsWith("/>", end - 2)) {
      return end;
    }
    if (closing) {
      rows.close(name);
      brackets.close(name);
      return copy(at, end);
    }
    if (brackets.isText(name, html.substring(at, end))) {
      return bracket(at, end);
    }
    if (html.charAt(end - 1) != '>') {
      cleaned.element(name);
    }
    elements++;
    if (name.equals("body") || name.equals("html")) {
      handlers(name, html.substring(at, end));
    }
    if (RAW_TEXT.contains(name)) {
      return rawText(name, at, end);
    }
    rows.open(name);
    return copy(at, end);
  }

  /// The parser of a fragment drops these tags unseen.
  private void handlers(String name, String tag) {
    var handler = HANDLER_OF_BODY.matcher(tag);
    while (handler.find()) {
      cleaned.attribute(name, handler.group(1).toLowerCase(Locale.ROOT));
    }
  }

  private int rawText(String name, int at, int end) {
    int close = end;
    if (name.equals("xml") && unclosedSettings) {
      return end;
    }
    do {
      close = html.indexOf("</", close);
      if (close < 0) {
        unclosedSettings = true;
        return name.equals("xml") ? end : copy(at, html.length());
      }
      close += 2;
    } while (!html.regionMatches(true, close, name, 0, name.length()));
    int last = endOfTag(close - 2);
    if (name.equals("xml")) {
      cleaned.element(name);
      return last;
    }
    return copy(at, last);
  }

  private int endOfTag(int at) {
    char quote = 0;
    int attributes = 0;
    for (int i = at + 1; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '&' && ++references > MAX_REFERENCES) {
        throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
      }
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && isValueAhead(i)) {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      } else if (c != '=' && isAfterAttribute(i) && ++attributes > MAX_ATTRIBUTES) {
        throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
      }
    }
    return html.length();
  }

  /// Whether the character at `index` may begin an attribute: after a space, a slash or a value in
  /// quotation marks.
  private boolean isAfterAttribute(int index) {
    return !isSeparator(html.charAt(index)) && isSeparator(html.charAt(index - 1));
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '"' || c == '\'' || Character.isWhitespace(c);
  }

  /// Whether a quotation mark at `index` begins the value of an attribute.
  private boolean isValueAhead(int index) {
    int i = index - 1;
    while (Character.isWhitespace(html.charAt(i))) {
      i--;
    }
    return html.charAt(i) == '=';
  }

  private String name(int from) {
    int end = from;
    while (end < html.length() && " \t\n\r\f/>".indexOf(html.charAt(end)) < 0) {
      if (++end - from > MAX_NAME_LENGTH) {
        throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
      }
    }
    return from < end && isLetter(html.charAt(from))
        ? html.substring(from, end).toLowerCase(Locale.ROOT)
        : "";
  }

  private int copy(int from, int to) {
    mended.append(html, from, to);
    return to;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
