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
  ///
  /// @param spans to which each `span` is added
  void mark(Set<Element> spans) {
    for (var parent : parents) {
      var children = new ArrayList<Node>();
      for (var child : List.copyOf(parent.childNodes())) {
        var found = child instanceof TextNode text ? places.get(text) : null;
        if (found == null) {
          children.add(child);
        } else {
          split(((TextNode) child).getWholeText(), found, children, spans);
        }
      }
      parent.empty();
      parent.appendChildren(children);
    }
  }

  private static boolean isCode(Element element) {
    return element.nameIs("code") || element.nameIs("pre");
  }

  /// Numbers with nothing but spaces between them are in one `span`, as they are when they are
  /// pasted again.
  private static void split(
      String text, List<PhoneNumber.Place> numbers, List<Node> parts, Set<Element> spans) {
    int copied = 0;
    for (int i = 0; i < numbers.size(); i++) {
      int start = numbers.get(i).start();
      while (i + 1 < numbers.size()
          && isSpace(text, numbers.get(i).end(), numbers.get(i + 1).start())) {
        i++;
      }
      int end = numbers.get(i).end();
      if (start > copied) {
        parts.add(new TextNode(text.substring(copied, start)));
      }
      var span = Elements.of("span").attr("dir", "ltr").appendText(text.substring(start, end));
      parts.add(span);
      spans.add(span);
      copied = end;
    }
    if (copied < text.length()) {
      parts.add(new TextNode(text.substring(copied)));
    }
  }

  private static boolean isSpace(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!FrameWriter.isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
