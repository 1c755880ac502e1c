package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Reads lists. What is in a list but in no item goes into the item before it.
final class Lists {
  private static final Set<String> WRITTEN = Set.of("ul", "ol");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,5}");
  private static final Pattern TYPE = Pattern.compile("[1aAiI]|disc|circle|square");

  private final BodyReader reader;
  private final BodyWriter writer;
  private final PastedAttributes attributes;

  /// The list that was made last for items without a list.
  private @Nullable Element loose;

  Lists(BodyReader reader, BodyWriter writer, PastedAttributes attributes) {
    this.reader = reader;
    this.writer = writer;
    this.attributes = attributes;
  }

  void read(Element source, Context context) {
    writer.endParagraph();
    if (!writer.takesBlocks()) {
      reader.children(source, context);
      writer.endParagraph();
      return;
    }
    attributes.tellNumbering(source);
    var style = ListStyle.of(source);
    boolean ordered = style.map(ListStyle::ordered).orElse(source.normalName().equals("ol"));
    var list = Elements.of(ordered ? "ol" : "ul");
    attributes.copyLanguage(source, list, context);
    if (ordered) {
      numbering(source, list, style.map(ListStyle::type).orElse("1"));
    }
    items(source, list, attributes.within(source, context));
    if (Elements.hasChildren(list)) {
      add(list);
    }
  }

  /// An item that is in no list.
  void readLoose(Element source, Context context) {
    writer.endParagraph();
    if (!writer.takesBlocks()) {
      reader.children(source, context);
      writer.endParagraph();
      return;
    }
    var list = Elements.of("ul");
    item(list, source, source.childNodes(), context);
    Elements.each(list, Lists::settle);
    if (loose != null && loose == writer.last()) {
      loose.appendChildren(List.copyOf(list.children()));
    } else if (Elements.hasChildren(list)) {
      writer.add(list);
      loose = list;
    }
  }

  private void numbering(Element source, Element list, String type) {
    attributes
        .value(source, "start", NUMBER)
        .filter(start -> !start.equals("1"))
        .ifPresent(start -> list.attr("start", start));
    if (source.hasAttr("reversed")) {
      list.attributes().put("reversed", true);
    }
    attributes.value(source, "type", TYPE);
    if (!type.equals("1")) {
      list.attr("type", type);
    }
  }

  private void items(Element source, Element list, Context context) {
    var run = new ArrayList<Node>();
    for (var child : source.childNodes()) {
      var name = child instanceof Element e ? e.normalName() : "";
      if (child instanceof Element item && name.equals("li")) {
        outsideItems(run, list, context);
        if (reader.admits(item)) {
          item(list, item, item.childNodes(), context.with(InlineStyle.of(item)));
        }
      } else if (child instanceof Element wrapper
          && holdsItems(wrapper)
          && reader.admits(wrapper)) {
        outsideItems(run, list, context);
        if (!Tags.LISTS.contains(name) || !Elements.hasChildren(list)) {
          items(wrapper, list, context);
        } else {
          run.add(wrapper);
          outsideItems(run, list, context);
        }
      } else if (!(child instanceof TextNode text && text.isBlank() && run.isEmpty())) {
        run.add(child);
      }
    }
    outsideItems(run, list, context);
    Elements.each(list, Lists::settle);
  }

  private static boolean holdsItems(Element element) {
    return Tags.LISTS.contains(element.normalName())
        || (Tags.OTHER_BLOCKS.contains(element.normalName())
            && Elements.any(element, child -> child.nameIs("li")));
  }

  /// Lists go into the item before them, anything else into an item of its own.
  private void outsideItems(List<Node> run, Element list, Context context) {
    if (run.isEmpty()) {
      return;
    }
    var last = list.lastElementChild();
    boolean lists =
        run.stream().allMatch(n -> n instanceof Element e && Tags.LISTS.contains(e.normalName()));
    if (lists && last != null) {
      writer.enter(last, false);
      reader.nodes(run, context);
      writer.leave();
    } else {
      item(list, null, run, context);
    }
    run.clear();
  }

  private void item(Element list, @Nullable Element source, List<Node> nodes, Context context) {
    var item = Elements.of("li");
    var inner = context;
    if (source != null) {
      attributes.copyLanguage(source, item, context);
      if (list.normalName().equals("ol")) {
        attributes.value(source, "value", NUMBER).ifPresent(value -> item.attr("value", value));
      }
      inner = attributes.within(source, context);
    }
    writer.enter(item, false);
    reader.nodes(nodes, inner);
    writer.leave();
    if (Elements.hasChildren(item)) {
      list.appendChild(item);
    }
  }

  /// Lists of nothing but pictures are galleries.
  private void add(Element list) {
    boolean pictures =
        Elements.all(
            list, item -> Elements.hasOneChild(item) && Galleries.isPicture(item.child(0)));
    if (pictures) {
      list.children().forEach(item -> writer.add(item.child(0)));
    } else {
      writer.add(list);
    }
  }

  /// Takes the only paragraph of an item out of its `p`.
  private static void settle(Element item) {
    var first = item.firstElementChild();
    if (first == null || !first.normalName().equals("p")) {
      return;
    }
    for (var e = first.nextElementSibling(); e != null; e = e.nextElementSibling()) {
      if (!WRITTEN.contains(e.normalName())) {
        return;
      }
    }
    unwrap(first, item);
  }

  /// Takes the content of `paragraph`, the first in `block`, out of it, unless both have an
  /// attribute that differs.
  static void unwrap(Element paragraph, Element block) {
    for (var attribute : paragraph.attributes()) {
      if (block.hasAttr(attribute.getKey())
          && !block.attr(attribute.getKey()).equals(attribute.getValue())) {
        return;
      }
    }
    paragraph.attributes().forEach(a -> block.attr(a.getKey(), a.getValue()));
    paragraph.unwrap();
  }
}
