package news.nashra.articles.body;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Tag;

/// Tells text in angle brackets, such as `<desk@example.org>` or `<name of the company>`, from the
/// tags of elements. A parser would take all of it for tags, and drop it.
final class AngleBrackets {
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z][a-z0-9]*:[a-z][\\w.-]*" // with a prefix, as Word writes them
              + "|[a-z][\\p{L}\\p{N}_.]*-[\\p{L}\\p{N}_.-]*"); // of a custom element

  /// Vocabularies of their own, in which no element is unknown.
  private static final Set<String> FOREIGN = Set.of("svg", "math");

  /// The names of all end tags.
  private final Set<String> closed = new HashSet<>();

  private boolean foreign;

  AngleBrackets(String html) {
    for (int at = html.indexOf("</"); at >= 0; at = html.indexOf("</", at + 2)) {
      int end = at + 2;
      while (end < html.length() && end - at < 40 && isPlain(html.charAt(end))) {
        end++;
      }
      closed.add(html.substring(at + 2, end).toLowerCase(Locale.ROOT));
    }
  }

  /// Whether an element can have this name, which begins with a letter and is in lower case.
  static boolean isName(String name) {
    return isPlain(name) || NAME.matcher(name).matches();
  }

  /// Whether a name has only ASCII letters, digits and `_`, as those of HTML.
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isPlain(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a start tag is text: one that never ends; one with words where attributes are; one of
  /// an element that nobody knows and that is never closed.
  boolean isText(String name, String tag) {
    if (FOREIGN.contains(name)) {
      foreign = closed.contains(name) && !tag.endsWith("/>");
    }
    if (foreign || tag.indexOf('=') >= 0) {
      return false;
    }
    boolean more = tag.length() > name.length() + 2; // than <name>
    return !tag.endsWith(">")
        || (more && hasForeignLetter(tag, name))
        || (more && isPlain(name) && BareAttributes.leaveWords(tag))
        || (!isKnown(name) && !closed.contains(name) && !tag.endsWith("/>"));
  }

  /// Notes an end tag.
  void close(String name) {
    foreign &= !FOREIGN.contains(name);
  }

  /// Whether a tag has a letter that is neither of ASCII nor in its name.
  private static boolean hasForeignLetter(String tag, String name) {
    for (int i = 0; i < tag.length(); i++) {
      if (tag.charAt(i) > 0x7F) {
        int c = tag.codePointAt(i);
        if (Character.isLetter(c) && name.indexOf(Character.toLowerCase(c)) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isKnown(String name) {
    return Tag.isKnownTag(name)
        || !isPlain(name)
        || Tags.INLINE.contains(name)
        || Tags.MARKS.containsKey(name)
        || Tags.VOID.contains(name)
        || Tags.DROPPED.contains(name)
        || Tags.DELETED.contains(name)
        || Tags.PARAGRAPHS.containsKey(name)
        || Tags.LISTS.contains(name)
        || Tags.OTHER_BLOCKS.contains(name)
        || name.equals("image")
        || name.equals("oembed");
  }

  private static boolean isPlain(char c) {
    return CharacterReferences.isAlphanumeric(c) || c == '_';
  }
}
