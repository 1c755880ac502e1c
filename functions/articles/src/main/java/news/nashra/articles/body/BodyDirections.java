package news.nashra.articles.body;

import news.nashra.site.Direction;
import org.jsoup.nodes.Element;

/// The directions of the blocks of a body.
final class BodyDirections {
  private static final String BLOCKS =
      "p, h2, h3, li, blockquote, figcaption, pre, caption, th, td";

  private BodyDirections() {}

  /// Sets `dir` on blocks whose direction differs from that of the body.
  static void set(Element body) {
    var main = Direction.of(body.text(), "");
    for (var block : body.select(BLOCKS)) {
      var own = Direction.of(block.text(), main);
      if (!own.equals(main) && !block.hasAttr("dir") && inherits(block, main)) {
        block.attr("dir", own);
      }
    }
  }

  /// Keeps the `dir` of a paragraph if it was set on it, or if its text has no direction of its
  /// own.
  static Element settle(Element paragraph, boolean firm) {
    if (!firm && paragraph.hasAttr("dir") && !Direction.of(paragraph.text(), "").isEmpty()) {
      paragraph.removeAttr("dir");
    }
    return paragraph;
  }

  private static boolean inherits(Element block, String main) {
    return block.parents().stream()
        .filter(parent -> parent.hasAttr("dir"))
        .findFirst()
        .map(parent -> parent.attr("dir").equals(main))
        .orElse(true);
  }
}
