package news.nashra.articles.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Tells whether two elements that touch in the source are two things for a reader, so that their
/// words must not run together.
final class Neighbours {
  private Neighbours() {}

  /// Whether both are links of plain text with an address of their own, such as the name of a file
  /// and its button, or boxes in a line. Links of one text that is styled in part have their style,
  /// or elements in them.
  static boolean areApart(@Nullable Node before, Element element) {
    if (!(before instanceof Element neighbour)) {
      return false;
    }
    return (isPlainLink(neighbour) && isPlainLink(element))
        || (BlockElements.isInlineBlock(neighbour) && BlockElements.isInlineBlock(element));
  }

  private static boolean isPlainLink(Element element) {
    return element.normalName().equals("a")
        && element.hasAttr("href")
        && !element.hasAttr("style")
        && element.childNodes().stream().allMatch(TextNode.class::isInstance);
  }
}
