package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import news.nashra.site.PhoneNumber;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Puts a `<span dir="ltr">` around the telephone numbers in a body, where the text around them is
/// not read from left to right. Code is left as it is.
final class PhoneNumbers {
  /// The texts with numbers, and the numbers in each.
  private final Map<TextNode, List<PhoneNumber.Place>> places = new HashMap<>();

  private final Set<Element> parents = new LinkedHashSet<>();
  private int code;

  void enter(Element element) {
    code += isCode(element) ? 1 : 0;
  }

  void leave(Element element) {
    code -= isCode(element) ? 1 : 0;
  }

  /// @param direction of what is around `text`
  void read(TextNode text, String direction) {
    if (code == 0 && !direction.equals("ltr")) {
      var found = PhoneNumber.find(text.getWholeText());
      if (!found.isEmpty()) {
        places.put(text, found);
        parents.add((Element) Objects.requireNonNull(text.parentNode()));
      }
    }
  }

  /// Writes the children of each element with numbers anew, because each insertion among many
  /// children would take as long as all of them.
  void mark() {
    for (var parent : parents) {
      var children = new ArrayList<Node>();
      for (var child : List.copyOf(parent.childNodes())) {
        var found = child instanceof TextNode text ? places.get(text) : null;
        if (found == null) {
          children.add(child);
        } else {
          split(((TextNode) child).getWholeText(), found, children);
        }
      }
      parent.empty();
      parent.appendChildren(children);
    }
  }

  private static boolean isCode(Element element) {
    return element.nameIs("code") || element.nameIs("pre");
  }

  private static void split(String text, List<PhoneNumber.Place> numbers, List<Node> parts) {
    int copied = 0;
    for (var number : numbers) {
      if (number.start() > copied) {
        parts.add(new TextNode(text.substring(copied, number.start())));
      }
      parts.add(
          Elements.of("span")
              .attr("dir", "ltr")
              .appendText(text.substring(number.start(), number.end())));
      copied = number.end();
    }
    if (copied < text.length()) {
      parts.add(new TextNode(text.substring(copied)));
    }
  }
}
