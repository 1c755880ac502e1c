package news.nashra.articles.body;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.site.Direction;
import news.nashra.site.Figure;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Tells in which direction the blocks of a body are read, and marks those that are read in another
/// direction than what is around them. Code counts for nothing. Takes time linear in the size of
/// the body.
public final class BodyDirection {
  private static final Set<String> CELLS = Set.of("td", "th");

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "h2",
          "h3",
          "ul",
          "ol",
          "li",
          "blockquote",
          "figcaption",
          "aside",
          "pre",
          "caption",
          "td",
          "th");

  private BodyDirection() {}

  /// The direction of most words of a body; absent for a body without words.
  public static Optional<String> of(Element body) {
    return new Reading(body).direction(body);
  }

  /// Sets `dir` on each block that is read in another direction than the element around it. A
  /// figure that stands alone is read from left to right: a cell gets `dir`, and in any other block
  /// a `span` around it does, so that the block keeps its place on the page. So does a `span`
  /// around a telephone number in a sentence.
  ///
  /// @return each `span` that was put around something
  static Set<Element> mark(Element body) {
    var marking = new Marking(new Reading(body));
    body.traverse(marking);
    var spans = new HashSet<Element>();
    marking.figures.forEach(figure -> markFigure(figure, spans));
    marking.numbers.mark(spans);
    return spans;
  }

  /// Keeps the `dir` of a paragraph if it was set on it, or if its text has no direction of its
  /// own.
  static Element settle(Element paragraph, boolean firm) {
    if (!firm && paragraph.hasAttr("dir") && Direction.find(paragraph.text()).isPresent()) {
      paragraph.removeAttr("dir");
    }
    return paragraph;
  }

  private static void markFigure(Element block, Set<Element> spans) {
    if (CELLS.contains(block.normalName())) {
      block.attr("dir", "ltr");
    } else if (!hasMarkedPhrase(block)) {
      markPhrases(block, spans);
    }
  }

  /// Puts a `span` around what is in `block`, without the blocks in it.
  private static void markPhrases(Element block, Set<Element> spans) {
    var children = new ArrayList<Node>();
    Element span = null;
    var before = List.copyOf(block.childNodes());
    block.empty(); // taking each child from among the others would take as long as all of them
    for (var child : before) {
      if (child instanceof Element element && Reading.isBlock(element)) {
        children.add(child);
        span = null;
      } else {
        if (span == null) {
          span = Elements.of("span").attr("dir", "ltr");
          children.add(span);
          spans.add(span);
        }
        span.appendChild(child);
      }
    }
    block.appendChildren(children);
  }

  private static boolean hasMarkedPhrase(Element block) {
    return Elements.any(block, child -> child.nameIs("span") && child.hasAttr("dir"));
  }

  /// One walk that sets `dir` on blocks, and finds figures and telephone numbers.
  private static final class Marking implements NodeVisitor {
    private final Reading reading;
    private final List<Element> figures = new ArrayList<>();
    private final PhoneNumbers numbers = new PhoneNumbers();

    /// The direction around the current node, the innermost first.
    private final Deque<String> around = new ArrayDeque<>();

    /// The same, once the figures are marked.
    private final Deque<String> marked = new ArrayDeque<>();

    Marking(Reading reading) {
      this.reading = reading;
      around.push(reading.direction(reading.body).orElse(""));
      marked.push(around.getFirst());
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        numbers.read(text, marked.getFirst());
      } else if (node instanceof Element element) {
        boolean figure = false;
        if (Reading.isBlock(element) && !element.hasAttr("dir")) {
          var own = reading.direction(element);
          var direction = own.orElse(around.getFirst());
          if (!direction.equals(around.getFirst())) {
            element.attr("dir", direction);
          }
          figure = reading.isFigure(element) && !direction.equals("ltr");
        }
        if (figure) {
          figures.add(element);
        }
        around.push(element.hasAttr("dir") ? element.attr("dir") : around.getFirst());
        boolean cell = CELLS.contains(element.normalName());
        boolean left = figure && (cell || !hasMarkedPhrase(element));
        marked.push(left ? "ltr" : element.hasAttr("dir") ? element.attr("dir") : outer(element));
        numbers.enter(element);
      }
    }

    /// The direction around `element`. The `span` of a figure is not around the blocks in it.
    private String outer(Element element) {
      var parent = element.parent();
      boolean inCell = parent != null && CELLS.contains(parent.normalName());
      return Reading.isBlock(element) && !inCell ? around.getFirst() : marked.getFirst();
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        around.pop();
        marked.pop();
        numbers.leave(element);
      }
    }
  }

  /// What a block says, without code.
  private static final class Block {
    /// Without the blocks within it.
    private final StringBuilder text = new StringBuilder();

    /// With the blocks within it, as [Direction#weight] counts it.
    private long weight;
  }

  /// What each block of a body says.
  private static final class Reading implements NodeVisitor {
    private static final Block NOTHING = new Block();

    private final Map<Element, Block> blocks = new HashMap<>();

    /// The blocks around the current node, the innermost first.
    private final Deque<Block> around = new ArrayDeque<>();

    private final Element body;
    private int code;

    Reading(Element body) {
      this.body = body;
      body.traverse(this);
    }

    static boolean isBlock(Element element) {
      return BLOCKS.contains(element.normalName());
    }

    /// A block of nothing but code is read as code is.
    Optional<String> direction(Element element) {
      var block = blocks.getOrDefault(element, NOTHING);
      return element.normalName().equals("pre") && block.text.toString().isBlank()
          ? Optional.of("ltr")
          : Direction.ofWeight(block.weight);
    }

    boolean isFigure(Element element) {
      return Figure.is(blocks.getOrDefault(element, NOTHING).text.toString());
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text && code == 0) {
        around.getFirst().text.append(text.getWholeText());
      } else if (node.nameIs("br")) {
        around.getFirst().text.append('\n');
      } else if (node.nameIs("code")) {
        code++;
      } else if (node instanceof Element element && (element == body || isBlock(element))) {
        var block = new Block();
        blocks.put(element, block);
        around.push(block);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node.nameIs("code")) {
        code--;
      } else if (node instanceof Element element && blocks.containsKey(element)) {
        var block = around.pop();
        block.weight += Direction.weight(block.text.toString());
        if (!around.isEmpty()) {
          around.getFirst().weight += block.weight;
        }
      }
    }
  }
}
