package news.nashra.articles.body;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import news.nashra.core.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.NodeIterator;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/// Makes, renames and walks over elements as jsoup does, which looks up a tag in a new set for each
/// element, and copies the children for each question about them. Thread-safe.
final class Elements {
  private static final Map<String, Tag> TAGS = new ConcurrentHashMap<>();

  private Elements() {}

  /// A new element with one of the names that a body may have.
  static Element of(String name) {
    return new Element(tag(name), null);
  }

  /// Gives `element` one of the names that a body may have.
  static Element rename(Element element, String name) {
    return element.tag(tag(name));
  }

  private static Tag tag(String name) {
    return TAGS.computeIfAbsent(name, Tag::valueOf);
  }

  /// Whether a reader sees any text in `element`.
  static boolean hasVisibleText(Element element) {
    for (var all = new NodeIterator<>(element, TextNode.class); all.hasNext(); ) {
      if (Text.visible(all.next().getWholeText())) {
        return true;
      }
    }
    return false;
  }

  static boolean hasChildren(Element element) {
    return element.firstElementChild() != null;
  }

  /// Whether `element` has exactly one child.
  static boolean hasOneChild(Element element) {
    var first = element.firstElementChild();
    return first != null && first.nextElementSibling() == null;
  }

  /// Whether all children are such; true without any.
  static boolean all(Element parent, Predicate<Element> such) {
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && !such.test(element)) {
        return false;
      }
    }
    return true;
  }

  static boolean any(Element parent, Predicate<Element> such) {
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element && such.test(element)) {
        return true;
      }
    }
    return false;
  }

  /// Does something with each child, which stays where it is.
  static void each(Element parent, Consumer<Element> what) {
    for (Node child : parent.childNodes()) {
      if (child instanceof Element element) {
        what.accept(element);
      }
    }
  }
}
