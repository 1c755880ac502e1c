package news.nashra.articles.body;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Reads parsed HTML, element by element, and writes what is kept of it. Each element is visited
/// once.
final class BodyReader {
  private static final Set<String> FIGURE_CLASSES = Set.of("wp-caption", "gallery-item");
  private static final Set<String> CAPTION_CLASSES =
      Set.of("wp-caption-text", "wp-element-caption", "gallery-caption");

  private final Element root;
  private final BodyWriter writer;
  private final Cleaned cleaned;
  private final LostElements lost;
  private final PastedAttributes attributes;
  private final Pictures pictures;
  private final Figures figures;
  private final Lists lists;
  private final Tables tables;

  BodyReader(Element root, BodyWriter writer, Cleaned cleaned, String origin) {
    this.root = root;
    this.writer = writer;
    this.cleaned = cleaned;
    this.attributes = new PastedAttributes(cleaned, origin);
    this.pictures = new Pictures(writer, cleaned);
    this.lost = new LostElements(cleaned, pictures);
    this.figures = new Figures(this, writer, attributes);
    this.lists = new Lists(this, writer, attributes);
    this.tables = new Tables(this, writer, attributes);
  }

  void read() {
    children(root, Context.TOP);
  }

  Pictures pictures() {
    return pictures;
  }

  void children(Element parent, Context context) {
    nodes(parent.childNodes(), context);
  }

  void nodes(List<Node> nodes, Context context) {
    for (int i = 0; i < nodes.size(); i++) {
      var run = WordLists.run(nodes, i);
      if (run.end() > i) {
        WordLists.blocks(run.items()).forEach(block -> element(block, context));
        i = run.end() - 1;
      } else {
        node(nodes.get(i), context);
      }
    }
  }

  void node(Node node, Context context) {
    if (node instanceof TextNode text) {
      writer.text(text.getWholeText(), context, text.parent() == root);
    } else if (node instanceof Element element) {
      element(element, context);
    }
  }

  private void element(Element element, Context context) {
    var name = element.normalName();
    var style = InlineStyle.of(element);
    var frame = PastedEmbeds.ofFrame(element);
    if (!admits(element, style, frame.isPresent())) {
      if (Tags.CONTROLS.contains(name)) {
        writer.text(" ", context, false);
      }
      return;
    }
    if (Tags.VOID.contains(name) || figures.readEmbed(element, frame, context)) {
      return;
    }
    if (Neighbours.areApart(element.previousSibling(), element)) {
      writer.text(" ", context, false);
    }
    switch (name) {
      case "br" -> writer.lineBreak();
      case "hr" -> rule();
      case "img", "amp-img", "amp-anim" -> pictures.read(element, context);
      case "image" -> pictures.foreign();
      case "a" -> link(element, attributes.phrase(element, context).with(style));
      default -> {
        if (BlockElements.include(element, style)) {
          block(element, name, context, style);
        } else {
          phrase(element, name, context, style);
        }
      }
    }
  }

  /// Whether anything of `element` is kept. Names what is lost of it.
  boolean admits(Element element) {
    return admits(element, InlineStyle.of(element), PastedEmbeds.ofFrame(element).isPresent());
  }

  private boolean admits(Element element, InlineStyle style, boolean card) {
    if (lost.includes(element, style, card)) {
      return false;
    }
    attributes.tell(element);
    return true;
  }

  private void rule() {
    if (writer.inPhrases()) {
      writer.endParagraph();
    } else {
      writer.add(Elements.of("hr"));
    }
  }

  private void link(Element element, Context context) {
    var mark = attributes.link(element);
    int before = writer.size();
    children(
        element, mark.isEmpty() ? context : context.linked() ? context : context.with(mark.get()));
    if (mark.isPresent() && writer.size() == before) {
      cleaned.element("a");
    }
  }

  private void phrase(Element element, String name, Context context, InlineStyle style) {
    if (name.equals("picture") && Descendants.first(element, "img") == null) {
      pictures.foreign();
    }
    var inner = context;
    if (Tags.MARKS.containsKey(name) && !isPlain(name, style)) {
      inner = inner.with(Mark.of(Tags.MARKS.getOrDefault(name, name)));
    }
    children(element, attributes.phrase(element, inner).with(style));
  }

  /// Whether its style takes the meaning away, as around all that is copied from Google Docs.
  private static boolean isPlain(String name, InlineStyle style) {
    return switch (name) {
      case "b", "strong" -> !style.bold().orElse(true);
      case "i", "em", "cite" -> !style.italic().orElse(true);
      default -> false;
    };
  }

  private void block(Element element, String name, Context context, InlineStyle style) {
    if (name.equals("figure") || ClassNames.include(element, FIGURE_CLASSES)) {
      figures.read(element, context.with(style));
    } else if (name.equals("figcaption") || ClassNames.include(element, CAPTION_CLASSES)) {
      figures.readCaption(element, context.with(style));
    } else if (Tags.LISTS.contains(name)) {
      lists.read(element, context.with(style));
    } else if (name.equals("li")) {
      lists.readLoose(element, context.with(style));
    } else if (name.equals("table")) {
      tables.read(element, context.with(style));
    } else if (name.equals("blockquote") || name.equals("aside")) {
      box(element, name, context.with(style));
    } else {
      paragraph(element, context, style);
    }
  }

  private void box(Element element, String name, Context context) {
    writer.endParagraph();
    if (!writer.takesBlocks() || (name.equals("aside") && writer.within("aside"))) {
      children(element, context);
      writer.endParagraph();
      return;
    }
    boolean pull = attributes.isPullQuote(element);
    var box = Elements.of(pull ? "blockquote" : name);
    attributes.copyLanguage(element, box, context);
    if (pull) {
      box.attributes().put(PastedAttributes.PULL, true);
    }
    inside(box, element, attributes.within(element, context));
    if (Elements.hasChildren(box)) {
      writer.add(box);
    }
  }

  /// Reads the children of `source` into `target`, a block that holds blocks.
  Element inside(Element target, Element source, Context context) {
    writer.enter(target, false);
    children(source, context);
    return writer.leave();
  }

  private void paragraph(Element element, Context context, InlineStyle style) {
    var paragraph = attributes.paragraph(element, context);
    if (paragraph.isHeading() && writer.within("th")) {
      paragraph = paragraph.withTag("p");
    }
    var inner = attributes.withinParagraph(element, context);
    if (paragraph.isHeading()) {
      inner = inner.inHeading();
    }
    inner = inner.with(style);
    if (element.normalName().equals("dt")) {
      inner = inner.with(Mark.of("strong"));
    }
    var before = writer.template(paragraph);
    children(element, inner);
    writer.template(before);
  }
}
