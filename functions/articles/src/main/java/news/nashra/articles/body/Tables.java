package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Reads tables. Tables that only lay out a page or a mail, around other tables, become the blocks
/// in their cells.
final class Tables {
  private static final Set<String> GROUPS = Set.of("thead", "tbody", "tfoot");
  private static final Pattern SPAN = Pattern.compile("[0-9]{1,4}");
  private static final int MAX_SPAN = 99;
  private static final Pattern SCOPES =
      Pattern.compile("row|col|rowgroup|colgroup", Pattern.CASE_INSENSITIVE);

  private final BodyReader reader;
  private final BodyWriter writer;
  private final PastedAttributes attributes;

  Tables(BodyReader reader, BodyWriter writer, PastedAttributes attributes) {
    this.reader = reader;
    this.writer = writer;
    this.attributes = attributes;
  }

  void read(Element source, Context context) {
    writer.endParagraph();
    if (!writer.takesBlocks() || isLayout(source)) {
      reader.children(source, context);
      writer.endParagraph();
      return;
    }
    var table = attributes.copyLanguage(source, Elements.of("table"), context);
    var inner = attributes.within(source, context.with(InlineStyle.of(source)));
    var captions = new ArrayList<Element>();
    for (var child : source.children()) {
      if (child.normalName().equals("caption") && reader.admits(child)) {
        captions.add(caption(child, inner));
      } else if (GROUPS.contains(child.normalName()) && reader.admits(child)) {
        group(child, table, inner);
      } else if (!child.normalName().equals("caption")) {
        reader.node(child, inner);
      }
    }
    finish(table, captions);
  }

  private void finish(Element table, ArrayList<Element> captions) {
    captions.removeIf(caption -> !Elements.hasVisibleText(caption));
    TableGrid.settle(table);
    if (Elements.hasChildren(table) && !captions.isEmpty()) {
      table.prependChild(captions.removeFirst());
    }
    captions.forEach(caption -> writer.add(Elements.rename(caption, "p")));
    if (Elements.hasChildren(table)) {
      writer.add(table);
    }
  }

  private static boolean isLayout(Element table) {
    return table.attr("role").equals("presentation")
        || table.attr("role").equals("none")
        || Elements.any(table, part -> Descendants.first(part, "table") != null);
  }

  private Element caption(Element source, Context context) {
    var caption = attributes.copyLanguage(source, Elements.of("caption"), context);
    writer.enter(caption, true);
    reader.children(source, attributes.within(source, context));
    return writer.leave();
  }

  private void group(Element source, Element table, Context context) {
    var group = attributes.copyLanguage(source, Elements.of(source.normalName()), context);
    var inner = attributes.within(source, context.with(InlineStyle.of(source)));
    for (var row : source.children()) {
      if (row.normalName().equals("tr") && reader.admits(row)) {
        var written = attributes.copyLanguage(row, Elements.of("tr"), inner);
        var within = attributes.within(row, inner.with(InlineStyle.of(row)));
        for (var cell : row.children()) {
          if (reader.admits(cell)) {
            written.appendChild(cell(cell, within));
          }
        }
        group.appendChild(written);
      }
    }
    table.appendChild(group);
  }

  private Element cell(Element source, Context context) {
    var cell = Elements.of(source.normalName().equals("th") ? "th" : "td");
    attributes.copyLanguage(source, cell, context);
    var style = context.with(InlineStyle.of(source));
    reader.inside(cell, source, cell.normalName().equals("th") ? style.inHeading() : style);
    if (!Elements.hasVisibleText(cell)) {
      Elements.rename(cell, "td");
    }
    span(source, cell, "colspan");
    span(source, cell, "rowspan");
    if (source.hasAttr("scope") && source.normalName().equals("th")) {
      attributes
          .value(source, "scope", SCOPES)
          .filter(scope -> cell.normalName().equals("th"))
          .ifPresent(scope -> cell.attr("scope", scope.toLowerCase(Locale.ROOT)));
    }
    if (Elements.hasOneChild(cell) && cell.child(0).normalName().equals("p")) {
      Lists.unwrap(cell.child(0), cell);
    }
    return cell;
  }

  private void span(Element source, Element cell, String name) {
    attributes
        .value(source, name, SPAN)
        .map(Integer::parseInt)
        .filter(span -> span > 1)
        .ifPresent(span -> cell.attr(name, Integer.toString(Math.min(span, MAX_SPAN))));
  }
}
