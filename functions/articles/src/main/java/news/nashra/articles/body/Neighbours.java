package news.nashra.articles.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Tells whether two elements that touch in the source are two things for a reader, so that their
/// words must not run together.
final class Neighbours {
  private Neighbours() {}

  /// Whether both are links of plain text and one of them is a button, as that of a file beside its
  /// name, or both are boxes in a line. Other links that touch may be parts of one word.
  static boolean areApart(@Nullable Node before, Element element) {
    if (!(before instanceof Element neighbour)) {
      return false;
    }
    return (isPlainLink(neighbour)
            && isPlainLink(element)
            && (isButton(neighbour) || isButton(element)))
        || (BlockElements.isInlineBlock(neighbour) && BlockElements.isInlineBlock(element));
  }

  private static boolean isButton(Element link) {
    return link.hasAttr("download") || link.className().contains("button");
  }

  private static boolean isPlainLink(Element element) {
    return element.normalName().equals("a")
        && element.hasAttr("href")
        && !element.hasAttr("style")
        && element.childNodes().stream().allMatch(TextNode.class::isInstance);
  }
}
