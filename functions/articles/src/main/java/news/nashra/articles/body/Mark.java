package news.nashra.articles.body;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// An element around a phrase, such as a link or emphasis.
///
/// @param attributes in the order in which they are written
record Mark(String tag, List<Map.Entry<String, String>> attributes) {
  Mark {
    attributes = List.copyOf(attributes);
  }

  static Mark of(String tag) {
    return new Mark(tag, List.of());
  }

  /// How many characters its attributes have.
  int length() {
    return attributes.stream().mapToInt(a -> a.getKey().length() + a.getValue().length()).sum();
  }

  Element element() {
    var element = Elements.of(tag);
    attributes.forEach(attribute -> element.attr(attribute.getKey(), attribute.getValue()));
    return element;
  }
}
