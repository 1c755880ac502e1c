package news.nashra.articles.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Makes lists of the items of word processors, nested by their levels. Each item keeps the number
/// that was printed before it.
final class WordLists {
  /// A list to which items may be added.
  ///
  /// @param last the number of its last item, none for bullets
  private record Open(Element list, int level, @Nullable ListNumber last) {}

  /// Items that follow one another.
  ///
  /// @param end the index of the node behind them
  record Run(List<WordItem> items, int end) {}

  private final List<WordItem> items;
  private final List<Element> blocks = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  private WordLists(List<WordItem> items) {
    this.items = items;
  }

  /// The items that begin at `from`, and where they end; there if none does.
  static Run run(List<Node> nodes, int from) {
    var first = WordItem.of(nodes.get(from));
    if (first.isEmpty()) {
      return new Run(List.of(), from);
    }
    var items = new ArrayList<>(first);
    int end = from + 1;
    for (int i = end; i < nodes.size(); i++) {
      var found = WordItem.of(nodes.get(i));
      if (!found.isEmpty()) {
        items.addAll(found);
        end = i + 1;
      } else if (!isBlank(nodes.get(i))) {
        break;
      }
    }
    return new Run(items, end);
  }

  private static boolean isBlank(Node node) {
    return node instanceof Comment || (node instanceof TextNode text && text.isBlank());
  }

  /// The items as lists. An item whose label is words is a paragraph: in the item above it, or
  /// between two lists.
  static List<Element> blocks(List<WordItem> items) {
    var lists = new WordLists(items);
    for (int i = 0; i < items.size(); i++) {
      lists.add(i);
    }
    return lists.blocks;
  }

  private void add(int index) {
    var item = items.get(index);
    close(item.level() + 1);
    if (item.label().isWords()) {
      close(item.level());
      place(item.content());
      return;
    }
    var current = open.peek();
    if (current != null && current.level() < item.level()) {
      current = null;
    }
    var before = current == null ? null : current.last();
    var number = item.label().isNumber() ? item.label().number(before, after(index)) : null;
    if (current == null || !continues(before, number)) {
      close(item.level());
      current = new Open(list(number), item.level(), number);
      place(current.list());
    } else {
      open.pop();
      if (before != null && number != null && !number.equals(before.next())) {
        item.content().attr("value", Integer.toString(number.value()));
      }
    }
    open.push(new Open(current.list(), item.level(), number));
    current.list().appendChild(item.content());
  }

  /// Whether `number` is of the list whose last is `before`. One that begins again is not.
  private static boolean continues(@Nullable ListNumber before, @Nullable ListNumber number) {
    if (before == null || number == null) {
      return before == null && number == null;
    }
    return number.type().equals(before.type()) && (number.value() != 1 || before.value() == 0);
  }

  /// Ends the lists from `level`.
  private void close(int level) {
    while (!open.isEmpty() && open.peek().level() >= level) {
      open.pop();
    }
  }

  private void place(Element block) {
    var outer = open.peek();
    if (outer == null) {
      blocks.add(block);
    } else {
      Objects.requireNonNull(outer.list().lastElementChild()).appendChild(block);
    }
  }

  /// The label of the next item of the same level and list.
  private @Nullable ListLabel after(int index) {
    int level = items.get(index).level();
    for (int i = index + 1; i < items.size() && items.get(i).level() >= level; i++) {
      if (items.get(i).level() == level) {
        return items.get(i).label();
      }
    }
    return null;
  }

  private static Element list(@Nullable ListNumber first) {
    if (first == null) {
      return Elements.of("ul");
    }
    return Elements.of("ol")
        .attr("type", first.type())
        .attr("start", Integer.toString(first.value()));
  }
}
