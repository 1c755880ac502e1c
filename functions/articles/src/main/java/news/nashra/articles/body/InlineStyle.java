package news.nashra.articles.body;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What the `style` of an element says about the meaning of its text.
///
/// @param properties by lower-case name, in lower case
record InlineStyle(Map<String, String> properties) {
  private static final InlineStyle NONE = new InlineStyle(Map.of());
  private static final int BOLD = 600;
  private static final Pattern WEIGHT = Pattern.compile("\\d{3,4}");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  static InlineStyle of(Element element) {
    var style = element.attr("style");
    if (style.isBlank()) {
      return NONE;
    }
    var properties = new HashMap<String, String>();
    for (var declaration : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        properties.put(
            declaration.substring(0, colon).strip(),
            declaration.substring(colon + 1).replace("!important", "").strip());
      }
    }
    return new InlineStyle(properties);
  }

  boolean isEmpty() {
    return properties.isEmpty();
  }

  /// Empty if it says nothing.
  Optional<Boolean> bold() {
    var weight = properties.getOrDefault("font-weight", "");
    if (weight.startsWith("bold")) {
      return Optional.of(true);
    }
    var number = number(weight.equals("normal") ? "400" : weight);
    if (number.isPresent()) {
      return Optional.of(number.getAsInt() >= BOLD);
    }
    return fontIs("bold", "bolder", "600", "700", "800", "900");
  }

  /// Empty if it says nothing.
  Optional<Boolean> italic() {
    var style = properties.getOrDefault("font-style", "");
    if (style.startsWith("italic") || style.startsWith("oblique")) {
      return Optional.of(true);
    }
    return style.equals("normal") ? Optional.of(false) : fontIs("italic", "oblique");
  }

  boolean struckThrough() {
    return property("text-decoration").contains("line-through")
        || property("text-decoration-line").contains("line-through");
  }

  boolean hidden() {
    return property("display").equals("none")
        || property("visibility").equals("hidden")
        || property("mso-hide").equals("all");
  }

  /// Whether it is a remark of a reviewer, as Word writes them below the text.
  boolean comment() {
    return property("mso-element").startsWith("comment");
  }

  /// Whether line breaks in the source are line breaks of the text. Empty if it says nothing.
  Optional<Boolean> keepsBreaks() {
    var space = property("white-space-collapse");
    if (space.isEmpty()) {
      space = property("white-space");
    }
    return switch (space) {
      case "" -> Optional.empty();
      case "pre", "pre-wrap", "pre-line", "break-spaces", "preserve", "preserve-breaks" ->
          Optional.of(true);
      default -> space.startsWith("preserve") ? Optional.of(true) : Optional.of(false);
    };
  }

  /// `sub`, `sup`, or empty.
  String raised() {
    var align = property("vertical-align");
    return align.equals("super") ? "sup" : align.equals("sub") ? "sub" : "";
  }

  String property(String name) {
    return properties.getOrDefault(name, "");
  }

  private Optional<Boolean> fontIs(String... words) {
    for (var part : SPACE.split(property("font"))) {
      for (var word : words) {
        if (part.equals(word)) {
          return Optional.of(true);
        }
      }
    }
    return Optional.empty();
  }

  private static OptionalInt number(String text) {
    return WEIGHT.matcher(text).matches()
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
