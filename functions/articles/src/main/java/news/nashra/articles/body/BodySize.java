package news.nashra.articles.body;

import news.nashra.articles.ArticleLimits;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Counts the nodes of a body while it is walked over.
final class BodySize {
  private int nodes = -1; // the body itself does not count

  /// @param depth of the node, 0 for the body
  /// @throws UncleanableBody if the body has more nodes or levels than a body may have
  void count(Node node, int depth) {
    boolean counts = node instanceof Element || (node instanceof TextNode text && !text.isBlank());
    nodes += counts ? 1 : 0;
    if (depth > ArticleLimits.BODY_DEPTH || nodes > ArticleLimits.BODY_NODES) {
      throw new UncleanableBody(Body.Fault.TOO_COMPLEX);
    }
  }
}
