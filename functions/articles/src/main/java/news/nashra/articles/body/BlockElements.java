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
      return !isInline(display)
          || Elements.any(element, child -> !isPhrase(child) && !isInlineBox(child));
    }
    if (name.equals("p") && isInline(display) && isTask(element.parent())) {
      return false;
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

  /// Whether it is a box that a style puts into the line.
  private static boolean isInlineBox(Element element) {
    return Tags.OTHER_BLOCKS.contains(element.normalName())
        && isInline(InlineStyle.of(element).property("display"));
  }

  /// Whether it is a box in the line that has edges of its own.
  static boolean isInlineBlock(Element element) {
    return isInlineBox(element) && !InlineStyle.of(element).property("display").equals("inline");
  }

  private static boolean isInline(String display) {
    return display.startsWith("inline");
  }

  /// Whether it is an item of a checklist, as Google Docs write them.
  static boolean isTask(@Nullable Element element) {
    return element != null && element.attr("role").equals("checkbox");
  }

  private static boolean isPhrase(Element element) {
    return Tags.INLINE.contains(element.normalName())
        || Tags.MARKS.containsKey(element.normalName());
  }

  private static boolean isText(@Nullable Node node) {
    return node instanceof TextNode text && !text.isBlank();
  }
}
