package news.nashra.articles.body;

import java.util.Locale;
import java.util.Set;

/// Knows the attributes that people write without a value, such as `hidden`. Browsers put all
/// others on the clipboard with one, so that other words in a tag are words of a text: `a<b and
/// c>d`.
final class BareAttributes {
  private static final Set<String> NAMES =
      Set.of(
          ("allowfullscreen alt async autofocus autoplay border checked class compact"
                  + " contenteditable controls crossorigin declare default defer dir disabled"
                  + " download draggable formnovalidate hidden href id inert ismap itemscope lang"
                  + " loop mozallowfullscreen multiple muted nohref nomodule noresize noshade"
                  + " novalidate nowrap open playsinline popover readonly required reversed scoped"
                  + " seamless selected sortable spellcheck style translate webkitallowfullscreen")
              .split(" "));

  private BareAttributes() {}

  /// Whether `name` may be an attribute without a value: one of these, or one of another vocabulary
  /// or a framework, as `data-pull`, `x:str`, `_nghost`, `@click`.
  static boolean include(String name) {
    return NAMES.contains(name) || isPrefixed(name);
  }

  private static boolean isPrefixed(String name) {
    int end = 0;
    while (end < name.length() && CharacterReferences.isAlphanumeric(name.charAt(end))) {
      end++;
    }
    return end < name.length() && (end == 0 ? "_@#:*([" : "-:_").indexOf(name.charAt(end)) >= 0;
  }

  /// Whether a start tag, which has no values, has other words than these behind its name.
  static boolean leaveWords(String tag) {
    int length = tag.length() - 1;
    int end = endOfWord(tag, 1, length);
    while (end < length) {
      int start = end + 1;
      end = endOfWord(tag, start, length);
      if (start < end && !include(tag.substring(start, end).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static int endOfWord(String tag, int from, int length) {
    int end = from;
    while (end < length && tag.charAt(end) != '/' && !isSpace(tag.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
