package news.nashra.articles.body;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Tells blocks from phrases, as a browser would show them. Of elements that nobody knows, those
/// without text beside them are blocks.
final class BlockElements {
  private static final Set<String> BLOCK_DISPLAYS =
      Set.of("block", "flex", "grid", "list-item", "table", "flow-root");

  private BlockElements() {}

  /// Whether what is before and after `element` is not in its paragraph.
  static boolean include(Element element, InlineStyle style) {
    var name = element.normalName();
    var display = style.property("display");
    if (isPhrase(element)) {
      return name.equals("span") && BLOCK_DISPLAYS.contains(display);
    }
    if (Tags.OTHER_BLOCKS.contains(name)) {
      return !display.equals("inline")
          || element.children().stream().anyMatch(child -> !isPhrase(child));
    }
    if (element.tag().isKnownTag() || BLOCK_DISPLAYS.contains(display)) {
      return true;
    }
    var parent = element.parent();
    return name.indexOf(':') < 0
        && !isText(element.previousSibling())
        && !isText(element.nextSibling())
        && parent != null
        && !isPhrase(parent)
        && !Tags.PARAGRAPHS.containsKey(parent.normalName())
        && !Tags.HEADINGS.contains(parent.normalName());
  }

  private static boolean isPhrase(Element element) {
    return Tags.INLINE.contains(element.normalName())
        || Tags.MARKS.containsKey(element.normalName());
  }

  private static boolean isText(@Nullable Node node) {
    return node instanceof TextNode text && !text.isBlank();
  }
}
