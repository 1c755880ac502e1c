package news.nashra.articles.body;

import java.util.Arrays;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// How the items of a list are marked: with bullets, or with a `type` of numbers.
///
/// @param type `1`, `a`, `A`, `i` or `I`; empty for bullets
record ListStyle(String type) {
  private static final ListStyle BULLETS = new ListStyle("");

  /// What `style` says of the first item of `list`, as Google Docs writes it, or of the list; or
  /// its `type`.
  static Optional<ListStyle> of(Element list) {
    var first = list.firstElementChild();
    return Optional.ofNullable(first)
        .filter(item -> item.normalName().equals("li"))
        .flatMap(item -> of(InlineStyle.of(item)))
        .or(() -> of(InlineStyle.of(list)))
        .or(() ->
            Optional.of(list.attr("type").strip())
                .filter(type -> list.normalName().equals("ol") && type.matches("[1aAiI]"))
                .map(ListStyle::new));
  }

  private static Optional<ListStyle> of(InlineStyle style) {
    var type = style.property("list-style-type");
    var words = type.isEmpty() ? style.property("list-style") : type;
    return Arrays.stream(words.split("\\s+")).flatMap(word -> named(word).stream()).findFirst();
  }

  private static Optional<ListStyle> named(String name) {
    return switch (name) {
      case "disc", "circle", "square" -> Optional.of(BULLETS);
      case "decimal", "decimal-leading-zero", "arabic-indic", "persian" ->
          Optional.of(new ListStyle("1"));
      case "lower-alpha", "lower-latin" -> Optional.of(new ListStyle("a"));
      case "upper-alpha", "upper-latin" -> Optional.of(new ListStyle("A"));
      case "lower-roman" -> Optional.of(new ListStyle("i"));
      case "upper-roman" -> Optional.of(new ListStyle("I"));
      default -> Optional.empty();
    };
  }

  boolean ordered() {
    return !type.isEmpty();
  }
}
