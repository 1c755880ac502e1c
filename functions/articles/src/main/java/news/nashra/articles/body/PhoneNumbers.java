package news.nashra.articles.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import news.nashra.site.PhoneNumber;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Puts a `<span dir="ltr">` around the telephone numbers in a body, where the text around them is
/// not read from left to right. Code is left as it is.
final class PhoneNumbers implements NodeVisitor {
  /// The direction around the current node, the innermost first.
  private final Deque<String> around = new ArrayDeque<>();

  private final List<TextNode> texts = new ArrayList<>();
  private int code;

  private PhoneNumbers(String direction) {
    around.push(direction);
  }

  /// @param direction of the body; empty for that of the page
  static void mark(Element body, String direction) {
    var numbers = new PhoneNumbers(direction);
    body.traverse(numbers);
    numbers.texts.forEach(PhoneNumbers::mark);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (code == 0
          && !"ltr".equals(around.peek())
          && !PhoneNumber.find(text.getWholeText()).isEmpty()) {
        texts.add(text);
      }
    } else if (node instanceof Element element) {
      around.push(element.hasAttr("dir") ? element.attr("dir") : around.getFirst());
      code += isCode(element) ? 1 : 0;
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      around.pop();
      code -= isCode(element) ? 1 : 0;
    }
  }

  private static boolean isCode(Element element) {
    return element.nameIs("code") || element.nameIs("pre");
  }

  private static void mark(TextNode node) {
    var text = node.getWholeText();
    int copied = 0;
    for (var number : PhoneNumber.find(text)) {
      if (number.start() > copied) {
        node.before(new TextNode(text.substring(copied, number.start())));
      }
      node.before(
          new Element("span")
              .attr("dir", "ltr")
              .appendText(text.substring(number.start(), number.end())));
      copied = number.end();
    }
    if (copied < text.length()) {
      node.before(new TextNode(text.substring(copied)));
    }
    node.remove();
  }
}
