package news.nashra.articles.copydesk;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/// Reads the text of HTML in one pass, without building a document, and remembers where each
/// character stands. Code, and what has a `lang` other than the newspaper's, is not read. Takes
/// time in proportion to the length, whatever the HTML consists of.
final class HtmlText {
  private static final Set<String> PHRASES =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "del", "em", "font", "i", "ins", "label", "mark",
          "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "img");

  private static final Set<String> CODE =
      Set.of("code", "pre", "kbd", "samp", "script", "style", "textarea", "title", "iframe");

  /// Elements without an end.
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "wbr", "input", "col", "source", "track", "embed", "area");

  private static final Pattern LANG =
      Pattern.compile("(?<![\\w-])lang\\s*+=\\s*+[\"']?+([A-Za-z]{2,8}+)");

  private static final int MAX_NAME = 32;

  private final String html;
  private final String language;
  private final CheckedText.Builder text;

  /// The element whose content is not read, and how many of its name are open in it; none is 0.
  private String skipped = "";

  private int depth;

  private HtmlText(String html, String language) {
    this.html = html;
    this.language = language;
    this.text = new CheckedText.Builder(html.length());
  }

  /// @param language of the newspaper
  static CheckedText read(String html, String language) {
    var reading = new HtmlText(html, language);
    for (int i = 0; i < html.length(); ) {
      i = reading.next(i);
    }
    return reading.text.build();
  }

  /// Reads what begins at `i`, and returns where the next begins.
  private int next(int i) {
    char c = html.charAt(i);
    if (c == '<') {
      return markup(i);
    }
    if (depth > 0) {
      int end = html.indexOf('<', i);
      return end < 0 ? html.length() : end;
    }
    if (c == '&') {
      return reference(i);
    }
    if (isSpace(c)) {
      return spaces(i);
    }
    text.add(c, i, i + 1);
    return i + 1;
  }

  /// A run of spaces with a line break in it is one space, as the source was only wrapped there.
  private int spaces(int i) {
    int end = i;
    boolean wrapped = false;
    while (end < html.length() && isSpace(html.charAt(end))) {
      wrapped |= html.charAt(end) == '\n' || html.charAt(end) == '\r';
      end++;
    }
    if (wrapped) {
      text.add(' ', i, end);
    } else {
      for (int at = i; at < end; at++) {
        text.add(' ', at, at + 1);
      }
    }
    return end;
  }

  private int markup(int i) {
    if (html.startsWith("<!--", i)) {
      return after("-->", i + 4);
    }
    char first = i + 1 < html.length() ? html.charAt(i + 1) : ' ';
    boolean closes = first == '/';
    int name = closes ? i + 2 : i + 1;
    if (name < html.length() && isLatin(html.charAt(name))) {
      return tag(i, name, closes);
    }
    if (closes || first == '!' || first == '?') {
      return after(">", i + 2);
    }
    if (depth == 0) {
      text.add('<', i, i + 1);
    }
    return i + 1;
  }

  private int tag(int i, int from, boolean closes) {
    int to = from;
    while (to < html.length() && to - from < MAX_NAME && isNameCharacter(html.charAt(to))) {
      to++;
    }
    var name = html.substring(from, to).toLowerCase(Locale.ROOT);
    int end = endOfTag(to);
    if (depth > 0) {
      count(name, closes);
    } else if (!closes && !VOID.contains(name) && isSkipped(name, to, end)) {
      skipped = name;
      depth = 1;
      text.add(CheckedText.OBJECT, i, end);
    } else if (!PHRASES.contains(name)) {
      text.add('\n', i, end);
    }
    return end;
  }

  private void count(String name, boolean closes) {
    if (name.equals(skipped)) {
      depth += closes ? -1 : 1;
    }
  }

  private boolean isSkipped(String name, int from, int to) {
    if (CODE.contains(name)) {
      return true;
    }
    if (to - from < "lang=ar".length()) {
      return false;
    }
    var lang = LANG.matcher(html).region(from, to).useTransparentBounds(true);
    return lang.find() && !lang.group(1).equalsIgnoreCase(language);
  }

  /// After the `>` that ends a tag; one in quotes does not.
  private int endOfTag(int from) {
    char quote = 0;
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '>') {
        return i + 1;
      } else if ((c == '"' || c == '\'') && html.charAt(i - 1) == '=') {
        quote = c;
      }
    }
    return html.length();
  }

  private int reference(int i) {
    int end = i + 1;
    while (end < html.length() && end - i < MAX_NAME && isReference(html.charAt(end))) {
      end++;
    }
    if (end < html.length() && html.charAt(end) == ';') {
      var characters = characters(html.substring(i + 1, end));
      if (!characters.isEmpty()) {
        for (int at = 0; at < characters.length(); at++) {
          text.add(characters.charAt(at), i, end + 1);
        }
        return end + 1;
      }
    }
    text.add('&', i, i + 1);
    return i + 1;
  }

  /// What a reference stands for; empty if it is none.
  private static String characters(String name) {
    if (!name.startsWith("#")) {
      return Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name, hex ? 2 : 1, name.length(), hex ? 16 : 10);
      return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private int after(String end, int from) {
    int found = html.indexOf(end, from);
    return found < 0 ? html.length() : found + end.length();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNameCharacter(char c) {
    return isLatin(c) || (c >= '0' && c <= '9') || c == '-' || c == ':';
  }

  private static boolean isReference(char c) {
    return isLatin(c) || (c >= '0' && c <= '9') || c == '#';
  }
}
