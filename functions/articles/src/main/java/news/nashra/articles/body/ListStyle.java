package news.nashra.articles.body;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// How the items of a list are marked: with bullets, or with a `type` of numbers.
///
/// @param type `1`, `a`, `A`, `i` or `I`; empty for bullets
record ListStyle(String type) {
  private static final ListStyle BULLETS = new ListStyle("");
  private static final String TYPES = "1aAiI";

  /// The [predefined counter
  /// styles](https://www.w3.org/TR/css-counter-styles-3/#predefined-counters) that are neither
  /// digits nor Latin letters.
  private static final Set<String> OTHER_LETTERS =
      Set.of(
          "lower-greek",
          "upper-greek",
          "armenian",
          "upper-armenian",
          "lower-armenian",
          "georgian",
          "hebrew",
          "hiragana",
          "hiragana-iroha",
          "katakana",
          "katakana-iroha",
          "cjk-earthly-branch",
          "cjk-heavenly-stem",
          "cjk-ideographic",
          "japanese-informal",
          "japanese-formal",
          "korean-hangul-formal",
          "korean-hanja-informal",
          "korean-hanja-formal",
          "simp-chinese-informal",
          "simp-chinese-formal",
          "trad-chinese-informal",
          "trad-chinese-formal",
          "ethiopic-numeric",
          "arabic-abjad",
          "persian-abjad",
          "-moz-arabic-abjad");

  /// What `style` says of the first item of `list`, as Google Docs writes it, or of the list; or
  /// its `type`.
  static Optional<ListStyle> of(Element list) {
    var first = list.firstElementChild();
    var style = first != null && first.nameIs("li") ? styled(first) : Optional.<ListStyle>empty();
    style = style.isEmpty() ? styled(list) : style;
    var type = list.attr("type").strip();
    return style.isEmpty() && list.nameIs("ol") && type.length() == 1 && TYPES.contains(type)
        ? Optional.of(new ListStyle(type))
        : style;
  }

  private static Optional<ListStyle> styled(Element element) {
    return element.hasAttr("style")
        ? words(InlineStyle.of(element)).flatMap(word -> named(word).stream()).findFirst()
        : Optional.empty();
  }

  private static Stream<String> words(InlineStyle style) {
    var type = style.property("list-style-type");
    var words = type.isEmpty() ? style.property("list-style") : type;
    return words.isEmpty() ? Stream.empty() : Arrays.stream(words.split("\\s+"));
  }

  private static Optional<ListStyle> named(String name) {
    return switch (name) {
      case "disc", "circle", "square" -> Optional.of(BULLETS);
      case "decimal",
          "decimal-leading-zero",
          "arabic-indic",
          "bengali",
          "cambodian",
          "cjk-decimal",
          "devanagari",
          "gujarati",
          "gurmukhi",
          "kannada",
          "khmer",
          "lao",
          "malayalam",
          "mongolian",
          "myanmar",
          "oriya",
          "persian",
          "tamil",
          "telugu",
          "thai",
          "tibetan" ->
          Optional.of(new ListStyle("1"));
      case "lower-alpha", "lower-latin" -> Optional.of(new ListStyle("a"));
      case "upper-alpha", "upper-latin" -> Optional.of(new ListStyle("A"));
      case "lower-roman" -> Optional.of(new ListStyle("i"));
      case "upper-roman" -> Optional.of(new ListStyle("I"));
      default -> Optional.empty();
    };
  }

  /// Whether the items of `list` are counted in the letters of a script for which HTML has no
  /// `type`.
  static boolean hasLostLetters(Element list) {
    var first = list.firstElementChild();
    return isLost(list) || (first != null && first.nameIs("li") && isLost(first));
  }

  private static boolean isLost(Element element) {
    return element.hasAttr("style")
        && words(InlineStyle.of(element)).anyMatch(OTHER_LETTERS::contains);
  }

  boolean ordered() {
    return !type.isEmpty();
  }
}
