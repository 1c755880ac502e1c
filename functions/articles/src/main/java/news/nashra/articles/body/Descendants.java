package news.nashra.articles.body;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.NodeIterator;
import org.jspecify.annotations.Nullable;

/// Finds elements in others as [Element#selectFirst] does, which would read its query each time.
final class Descendants {
  private Descendants() {}

  /// The first `tag` in document order, `element` itself or in it; null if there is none.
  static @Nullable Element first(Element element, String tag) {
    for (var all = new NodeIterator<>(element, Element.class); all.hasNext(); ) {
      var next = all.next();
      if (next.nameIs(tag)) {
        return next;
      }
    }
    return null;
  }
}
