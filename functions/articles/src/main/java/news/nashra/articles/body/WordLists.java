package news.nashra.articles.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Finds lists that word processors write otherwise: Word as paragraphs that begin with `·` or a
/// number (`mso-list`), Word on the web as lists of one item each.
final class WordLists {
  private static final int MAX_LEVEL = 9;
  private static final Pattern LEVEL = Pattern.compile("level(\\d)");
  private static final String GAP = "[\\s\u00A0]";

  /// A bullet or a number at the beginning of a paragraph.
  private static final Pattern MARKER =
      Pattern.compile(
          "\\A"
              + GAP
              + "*+(?:([·•o§▪●○■□◦‣⁃Øü*–-])|\\(?(\\d{1,4}|[A-Za-z]|[ivxIVX]{1,5})[.)-])"
              + GAP
              + "++");

  /// An item: its level from 1, and the number or letter before it, empty for a bullet.
  private record Item(int level, String number, Element content) {
    boolean ordered() {
      return !number.isEmpty();
    }
  }

  private WordLists() {}

  /// Whether `node` is an item, or the first of several.
  static boolean isItem(Node node) {
    return node instanceof Element element
        && (isParagraphItem(element) || webList(element) != null);
  }

  /// Where the items that begin at `from` end.
  static int end(List<Node> nodes, int from) {
    int end = from;
    for (int i = from; i < nodes.size(); i++) {
      if (isItem(nodes.get(i))) {
        end = i + 1;
      } else if (!isBlank(nodes.get(i))) {
        break;
      }
    }
    return end;
  }

  /// The items as lists, nested by their levels.
  static List<Element> lists(List<Node> nodes) {
    var lists = new ArrayList<Element>();
    var open = new ArrayDeque<Element>();
    var levels = new ArrayDeque<Integer>();
    for (var item : items(nodes)) {
      while (!levels.isEmpty() && levels.peek() > item.level()) {
        levels.pop();
        open.pop();
      }
      var name = item.ordered() ? "ol" : "ul";
      if (!levels.isEmpty()
          && levels.peek() == item.level()
          && !open.peek().normalName().equals(name)) {
        levels.pop();
        open.pop();
      }
      if (levels.isEmpty() || levels.peek() < item.level()) {
        var list = begin(name, item.number());
        var outer = open.peek();
        if (outer == null) {
          lists.add(list);
        } else {
          outer.child(outer.childrenSize() - 1).appendChild(list);
        }
        open.push(list);
        levels.push(item.level());
      }
      open.peek().appendChild(item.content());
    }
    return lists;
  }

  private static Element begin(String name, String number) {
    var list = new Element(name);
    if (number.matches("\\d+")) {
      list.attr("start", Integer.toString(Integer.parseInt(number)));
    } else if (!number.isEmpty()) {
      boolean roman = number.equalsIgnoreCase("i");
      list.attr("type", roman ? number : Character.isUpperCase(number.charAt(0)) ? "A" : "a");
    }
    return list;
  }

  private static List<Item> items(List<Node> nodes) {
    var items = new ArrayList<Item>();
    for (var node : nodes) {
      if (node instanceof Element element) {
        var list = webList(element);
        if (list == null) {
          items.add(paragraphItem(element));
        } else {
          list.children().forEach(item -> items.add(webItem(list, item)));
        }
      }
    }
    return items;
  }

  private static boolean isParagraphItem(Element element) {
    var name = element.normalName();
    if (!name.equals("p") && !name.equals("div")) {
      return false;
    }
    boolean named = element.className().startsWith("MsoListParagraph");
    if (!named && !element.attr("style").contains("mso-list")) {
      return false;
    }
    var list = InlineStyle.of(element).property("mso-list");
    return !list.equals("none")
        && (LEVEL.matcher(list).find() || named)
        && (ignored(element) != null || MARKER.matcher(element.wholeText()).find());
  }

  /// What Word writes before an item for programs that do not know its lists.
  private static @Nullable Element ignored(Element paragraph) {
    for (var span : paragraph.getElementsByTag("span")) {
      if (span.attr("style").contains("mso-list")
          && InlineStyle.of(span).property("mso-list").equals("ignore")) {
        return span;
      }
    }
    return null;
  }

  private static Item paragraphItem(Element paragraph) {
    var level = LEVEL.matcher(InlineStyle.of(paragraph).property("mso-list"));
    var content = paragraph.clone().tagName("li");
    var ignored = ignored(content);
    var text = ignored == null ? content.wholeText() : ignored.wholeText() + " ";
    var marker = MARKER.matcher(text);
    boolean found = marker.find();
    if (ignored != null) {
      ignored.remove();
    } else if (found) {
      cut(content, marker.end());
    }
    return new Item(
        level.find() ? Math.clamp(Integer.parseInt(level.group(1)), 1, MAX_LEVEL) : 1,
        found && marker.group(2) != null ? marker.group(2) : "",
        content);
  }

  /// Removes the first `length` characters of the text.
  private static void cut(Element content, int length) {
    int left = length;
    for (var text : content.nodeStream(TextNode.class).toList()) {
      var whole = text.getWholeText();
      int cut = Math.min(left, whole.length());
      text.text(whole.substring(cut));
      left -= cut;
      if (left == 0) {
        return;
      }
    }
  }

  /// The list in `element` as Word on the web writes it.
  private static @Nullable Element webList(Element element) {
    var list = element.hasClass("ListContainerWrapper") ? element.firstElementChild() : element;
    return list != null
            && Tags.LISTS.contains(list.normalName())
            && list.childrenSize() > 0
            && list.children().stream()
                .allMatch(i -> i.normalName().equals("li") && i.hasAttr("data-aria-level"))
        ? list
        : null;
  }

  private static Item webItem(Element list, Element item) {
    var level = item.attr("data-aria-level");
    return new Item(
        level.matches("\\d") ? Math.clamp(Integer.parseInt(level), 1, MAX_LEVEL) : 1,
        list.normalName().equals("ol")
            ? list.attr("start").matches("\\d{1,4}") ? list.attr("start") : "1"
            : "",
        item.clone());
  }

  private static boolean isBlank(Node node) {
    return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
  }
}
