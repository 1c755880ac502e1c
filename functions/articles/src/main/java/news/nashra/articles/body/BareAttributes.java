package news.nashra.articles.body;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

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

  /// Names of other vocabularies and of frameworks: `data-pull`, `x:str`, `_nghost`, `@click`.
  private static final Pattern PREFIXED =
      Pattern.compile("[a-z0-9]+[-:_].*|[_@#:*(\\[].*", Pattern.CASE_INSENSITIVE);

  private static final Pattern SPACES_AND_SLASHES = Pattern.compile("[\\s/]+");

  private BareAttributes() {}

  /// Whether `name` may be an attribute without a value.
  static boolean include(String name) {
    return NAMES.contains(name) || PREFIXED.matcher(name).matches();
  }

  /// Whether a start tag, which has no values, has other words than these behind its name.
  static boolean leaveWords(String tag) {
    var content = tag.substring(1, tag.length() - 1);
    return Arrays.stream(SPACES_AND_SLASHES.split(content))
        .skip(1)
        .anyMatch(word -> !word.isEmpty() && !include(word.toLowerCase(Locale.ROOT)));
  }
}
