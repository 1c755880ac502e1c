package news.nashra.articles.draft;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.nashra.core.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Moves elements to where the [content models of
/// HTML](https://html.spec.whatwg.org/multipage/dom.html#content-models) allow them, without losing
/// text: items into lists, blocks out of phrases, loose text into paragraphs.
final class BodyShape {
  private static final String BLOCKS =
      "p, h2, h3, ul, ol, li, blockquote, figure, figcaption, table, hr, pre";

  /// Elements that may hold phrasing content only.
  private static final Set<String> PHRASING_ONLY =
      Set.of(
          "a", "em", "strong", "b", "i", "cite", "q", "sub", "sup", "code", "bdi", "span", "h2",
          "h3", "pre", "p");

  private static final Set<String> PHRASE_NAMES =
      Set.of("a", "em", "strong", "b", "i", "cite", "q", "sub", "sup", "code", "br", "bdi", "span");

  private BodyShape() {}

  static void repair(Element body) {
    pictures(body);
    blocksOutOfPhrases(body);
    lists(body);
    figures(body);
    tables(body);
    removeEmpty(body);
    paragraphs(body);
    headings(body);
    BodyDirection.mark(body);
  }

  /// Wraps pictures in figures.
  private static void pictures(Element body) {
    for (var picture : body.select("img")) {
      if (!isElement(picture.parent(), "figure")) {
        picture.wrap("<figure></figure>");
      }
    }
  }

  private static void blocksOutOfPhrases(Element body) {
    var around = new LinkedHashSet<Element>();
    for (var block : body.select(BLOCKS)) {
      for (var parent = block.parent(); parent != null; parent = parent.parent()) {
        if (PHRASING_ONLY.contains(parent.normalName())) {
          around.add(parent);
        }
      }
    }
    around.forEach(Element::unwrap);
    body.select("caption").forEach(caption -> caption.select(BLOCKS).unwrap());
  }

  private static void lists(Element body) {
    for (var list : body.select("ul, ol")) {
      for (var child : List.copyOf(list.childNodes())) {
        if (!isElement(child, "li") && !blank(child)) {
          child.wrap("<li></li>");
        }
      }
    }
    for (var item : body.select("li")) {
      if (!isElement(item.parent(), "ul") && !isElement(item.parent(), "ol")) {
        toParagraph(item);
      }
    }
  }

  private static void figures(Element body) {
    for (var caption : body.select("figcaption")) {
      if (!isElement(caption.parent(), "figure")) {
        toParagraph(caption);
      }
    }
    for (var figure : body.select("figure")) {
      var captions = figure.select("> figcaption");
      if (!captions.isEmpty()) {
        captions.stream().skip(1).forEach(BodyShape::toParagraph);
        figure.appendChild(captions.getFirst());
      }
    }
  }

  private static void tables(Element body) {
    for (var row : body.select("tr")) {
      if (row.select("> td, > th").isEmpty()) {
        row.remove();
      }
    }
    for (var group : body.select("thead, tbody, tfoot")) {
      if (group.childrenSize() == 0) {
        group.remove();
      }
    }
    for (var table : body.select("table")) {
      var captions = table.select("> caption");
      captions.stream().skip(1).forEach(Element::remove);
      captions.stream().findFirst().ifPresent(table::prependChild);
      if (table.select("tr").isEmpty()) {
        table.remove();
      }
      for (var cell : table.select("th")) {
        if (!Text.visible(cell.text())) {
          cell.tagName("td").removeAttr("scope");
        }
      }
      columns(table);
      rows(table);
    }
  }

  /// Limits `colspan` to existing columns: a cell may not span columns in which no cell begins. The
  /// widest row without spans says how many there are.
  private static void columns(Element table) {
    int widest = 0;
    for (var row : table.select("tr")) {
      if (row.select("> [colspan]").isEmpty()) {
        widest = Math.max(widest, row.childrenSize());
      }
    }
    for (var cell : table.select("[colspan]")) {
      int span = Math.min(Integer.parseInt(cell.attr("colspan")), widest);
      if (span > 1) {
        cell.attr("colspan", Integer.toString(span));
      } else {
        cell.removeAttr("colspan");
      }
    }
  }

  /// Limits `rowspan` to the rows of its group.
  private static void rows(Element table) {
    for (var cell : table.select("[rowspan]")) {
      var row = cell.parent();
      int left = row == null ? 1 : row.siblingElements().size() + 1 - row.elementSiblingIndex();
      int span = Math.min(Integer.parseInt(cell.attr("rowspan")), left);
      if (span > 1) {
        cell.attr("rowspan", Integer.toString(span));
      } else {
        cell.removeAttr("rowspan");
      }
    }
  }

  private static void removeEmpty(Element body) {
    for (var element :
        body.select("p, h2, h3, li, blockquote, figcaption, figure, ul, ol, a, pre, caption")) {
      if (!Text.visible(element.text()) && element.select("hr, table, img").isEmpty()) {
        element.remove();
      }
    }
    for (var link : body.select("a:not([href])")) {
      link.unwrap();
    }
  }

  /// Wraps loose phrases at the top level in paragraphs.
  private static void paragraphs(Element body) {
    var run = new ArrayList<Node>();
    for (var child : List.copyOf(body.childNodes())) {
      if (child instanceof TextNode
          || (child instanceof Element e && PHRASE_NAMES.contains(e.normalName()))) {
        run.add(child);
      } else {
        wrapInParagraph(run);
      }
    }
    wrapInParagraph(run);
  }

  private static void wrapInParagraph(List<Node> run) {
    if (run.stream().anyMatch(node -> !blank(node))) {
      var paragraph = new Element("p");
      run.getFirst().before(paragraph);
      run.forEach(paragraph::appendChild);
      if (!Text.visible(paragraph.text())) {
        paragraph.remove();
      }
    }
    run.clear();
  }

  /// Makes the first heading an `h2`, because the page's headline is the `h1`.
  private static void headings(Element body) {
    boolean first = true;
    for (var heading : body.select("h2, h3")) {
      if (first) {
        heading.tagName("h2");
      }
      first = false;
    }
  }

  private static void toParagraph(Element element) {
    if (element.select(BLOCKS).not(element.normalName()).isEmpty()) {
      element.tagName("p");
    } else {
      element.unwrap();
    }
  }

  private static boolean isElement(@Nullable Node node, String name) {
    return node instanceof Element e && e.normalName().equals(name);
  }

  private static boolean blank(Node node) {
    return node instanceof TextNode text && text.isBlank();
  }
}
