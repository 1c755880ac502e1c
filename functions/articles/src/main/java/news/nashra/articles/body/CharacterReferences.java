package news.nashra.articles.body;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;

/// Resolves the [character
/// references](https://html.spec.whatwg.org/multipage/named-characters.html#named-character-references)
/// of a text, `&eacute;` and `&#233;`, as a browser does. For `&` and `<` it writes two characters
/// that no text has, which [#plain] turns back when the text is parsed: a parser of HTML takes long
/// for each of these signs.
final class CharacterReferences {
  /// The longest name of a reference that needs no semicolon.
  private static final int MAX_BARE_NAME = 6;

  private static final int MAX_NAME = 40;
  private static final int REPLACEMENT = 0xFFFD;

  /// [Noncharacters](https://www.unicode.org/faq/private_use.html#nonchar4), for use within a
  /// program.
  private static final char AMPERSAND = '\uFDD0';

  private static final char LESS_THAN = '\uFDD1';
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final String text;
  private final int end;
  private final StringBuilder target;

  private CharacterReferences(String text, int end, StringBuilder target) {
    this.text = text;
    this.end = end;
    this.target = target;
  }

  /// Appends the part of `text` between `from` and `to` to `target`.
  static void append(String text, int from, int to, StringBuilder target) {
    var references = new CharacterReferences(text, to, target);
    int copied = from;
    for (int at = from; at < to; ) {
      char c = text.charAt(at);
      if (c == '&' || c == '<') {
        target.append(text, copied, at);
        copied = c == '&' ? references.resolve(at) : references.write("<", at + 1);
        at = copied;
      } else {
        at++;
      }
    }
    target.append(text, copied, to);
  }

  /// `html` without the characters that stand for others.
  static String without(String html) {
    return hasSigns(html)
        ? html.replace(String.valueOf(AMPERSAND), "").replace(String.valueOf(LESS_THAN), "")
        : html;
  }

  /// Turns the signs in a parsed text back.
  static void plain(TextNode node) {
    var text = node.getWholeText();
    if (hasSigns(text)) {
      node.text(text.replace(AMPERSAND, '&').replace(LESS_THAN, '<'));
    }
  }

  private static boolean hasSigns(String text) {
    return text.indexOf(AMPERSAND) >= 0 || text.indexOf(LESS_THAN) >= 0;
  }

  /// Resolves the reference at `at`, and tells where it ends.
  private int resolve(int at) {
    int next = at + 1;
    if (next < end && text.charAt(next) == '#') {
      return number(next + 1);
    }
    int after = next;
    while (after < end && after - next < MAX_NAME && isAlphanumeric(text.charAt(after))) {
      after++;
    }
    var name = text.substring(next, after);
    if (after < end && text.charAt(after) == ';' && Entities.isNamedEntity(name)) {
      return write(Entities.getByName(name), after + 1);
    }
    for (int length = Math.min(name.length(), MAX_BARE_NAME); length > 1; length--) {
      var beginning = name.substring(0, length);
      if (Entities.isBaseNamedEntity(beginning)) {
        return write(Entities.getByName(beginning), next + length);
      }
    }
    return write("&", next);
  }

  private int number(int from) {
    boolean hex = from < end && (text.charAt(from) | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    int first = hex ? from + 1 : from;
    int value = 0;
    int i = first;
    for (; i < end && text.charAt(i) < 0x80; i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        break;
      }
      value = Math.min(value * radix + digit, Character.MAX_CODE_POINT + 1);
    }
    if (i == first) {
      return write("&", from - 1);
    }
    return write(character(value), i < end && text.charAt(i) == ';' ? i + 1 : i);
  }

  /// Those between 0x80 and 0x9F are meant as in Windows.
  private static String character(int value) {
    if (value >= 0x80 && value <= 0x9F) {
      return WINDOWS.decode(ByteBuffer.wrap(new byte[] {(byte) value})).toString();
    }
    if (value == AMPERSAND || value == LESS_THAN) {
      return "";
    }
    boolean none =
        value == 0
            || value > Character.MAX_CODE_POINT
            || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE);
    return Character.toString(none ? REPLACEMENT : value);
  }

  private int write(String characters, int position) {
    switch (characters) {
      case "&" -> target.append(AMPERSAND);
      case "<" -> target.append(LESS_THAN);
      default -> target.append(characters);
    }
    return position;
  }

  static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
