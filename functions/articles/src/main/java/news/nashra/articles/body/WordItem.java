package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.NodeIterator;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// An item of a list as word processors write it: Word as a paragraph that begins with `·` or a
/// number (`mso-list`), Word on the web as a list of one item.
///
/// @param level from 1
/// @param content an `li`; a `p` that begins with its label, if that is words
record WordItem(int level, ListLabel label, Element content) {
  private static final int MAX_LEVEL = 9;

  /// What the class of an item begins with.
  private static final String NAMED = "MsoListParagraph";

  private static final Set<String> WEB_LISTS = Set.of("listcontainerwrapper");
  private static final String WEB_LEVEL = "data-aria-level";
  private static final Pattern LEVEL = Pattern.compile("level(\\d)");
  private static final Pattern SYMBOLS =
      Pattern.compile("[\"']?(?:symbol|wingdings|webdings).{0,100}");
  private static final String GAP = "[\\s\u00A0]";

  /// A bullet or a number at the beginning of a paragraph.
  private static final Pattern MARKER =
      Pattern.compile(
          GAP
              + "*+([·•o§▪●○■□◦‣⁃Øü*–-]|\\(?(?:\\p{Nd}{1,4}|[A-Za-z]|[ivxIVX]{1,5})[.)-])"
              + GAP
              + "++");

  /// The items in `node`, which is one or a list of them; none if it is neither.
  static List<WordItem> of(Node node) {
    if (!(node instanceof Element element)) {
      return List.of();
    }
    var list = webList(element);
    if (list != null) {
      return ofWeb(list);
    }
    var item = ofParagraph(element);
    return item.isEmpty() ? List.of() : List.of(item.get());
  }

  private static Optional<WordItem> ofParagraph(Element paragraph) {
    var name = paragraph.normalName();
    if (!name.equals("p") && !name.equals("div")) {
      return Optional.empty();
    }
    boolean named = paragraph.attr("class").strip().startsWith(NAMED);
    if (!named && !paragraph.attr("style").contains("mso-list")) {
      return Optional.empty();
    }
    var list = InlineStyle.of(paragraph).property("mso-list");
    var level = LEVEL.matcher(list);
    boolean levelled = level.find();
    if (list.equals("none") || !(levelled || named)) {
      return Optional.empty();
    }
    int depth = levelled ? Math.clamp(Integer.parseInt(level.group(1)), 1, MAX_LEVEL) : 1;
    return ignored(paragraph) == null
        ? ofText(depth, paragraph)
        : Optional.of(ofIgnored(depth, paragraph));
  }

  /// What Word writes before an item for programs that do not know its lists.
  private static @Nullable Element ignored(Element paragraph) {
    for (var all = new NodeIterator<>(paragraph, Element.class); all.hasNext(); ) {
      var span = all.next();
      if (span.nameIs("span")
          && span.attr("style").contains("mso-list")
          && InlineStyle.of(span).property("mso-list").equals("ignore")) {
        return span;
      }
    }
    return null;
  }

  /// An item that has its label in its text; none if it has no label there.
  private static Optional<WordItem> ofText(int depth, Element paragraph) {
    var marker = MARKER.matcher(paragraph.wholeText());
    if (!marker.lookingAt()) {
      return Optional.empty();
    }
    var label = ListLabel.of(marker.group(1), false);
    if (label.isWords()) {
      return Optional.empty();
    }
    var content = paragraph.clone();
    cut(content, marker.end());
    return Optional.of(new WordItem(depth, label, item(content)));
  }

  private static WordItem ofIgnored(int depth, Element paragraph) {
    var content = paragraph.clone();
    var ignored = Objects.requireNonNull(ignored(content));
    var label = ListLabel.of(ignored.wholeText(), hasSymbols(ignored, content));
    if (label.isWords()) {
      ignored.text(label.words() + " ");
      content.attr("style", content.attr("style") + ";mso-list:none");
    } else {
      ignored.remove();
      item(content);
    }
    return new WordItem(depth, label, content);
  }

  /// Makes an `li` of a paragraph, without the class that says that it is one.
  private static Element item(Element content) {
    if (content.attr("class").equals(NAMED)) {
      content.removeAttr("class");
    }
    return Elements.rename(content, "li");
  }

  private static boolean hasSymbols(Element label, Element paragraph) {
    for (var e = label; e != null && e != paragraph; e = e.parent()) {
      var font = InlineStyle.of(e).property("font-family");
      if (!font.isEmpty()) {
        return SYMBOLS.matcher(font).lookingAt();
      }
    }
    return false;
  }

  /// Cuts the first characters of an element.
  private static void cut(Element content, int characters) {
    int left = characters;
    for (var all = new NodeIterator<>(content, TextNode.class); left > 0 && all.hasNext(); ) {
      var text = all.next();
      var whole = text.getWholeText();
      int cut = Math.min(left, whole.length());
      text.text(whole.substring(cut));
      left -= cut;
    }
  }

  /// The list in `element` as Word on the web writes it.
  private static @Nullable Element webList(Element element) {
    var list = ClassNames.include(element, WEB_LISTS) ? element.firstElementChild() : element;
    return list != null
            && Tags.LISTS.contains(list.normalName())
            && Elements.hasChildren(list)
            && Elements.all(list, i -> i.nameIs("li") && i.hasAttr(WEB_LEVEL))
        ? list
        : null;
  }

  private static List<WordItem> ofWeb(Element list) {
    var first = list.attr("start");
    if (first.isEmpty()) {
      first = list.child(0).attr("data-aria-posinset");
    }
    int number = first.matches("[0-9]{1,4}") ? Integer.parseInt(first) : 1;
    var type = ListStyle.of(list).filter(ListStyle::ordered).map(ListStyle::type).orElse("1");
    var items = new ArrayList<WordItem>();
    for (var item : list.children()) {
      var label =
          list.normalName().equals("ol")
              ? ListLabel.of(new ListNumber(type, number++))
              : ListLabel.BULLET;
      items.add(new WordItem(webLevel(item), label, item.clone().removeAttr(WEB_LEVEL)));
    }
    return items;
  }

  private static int webLevel(Element item) {
    var level = item.attr(WEB_LEVEL);
    return level.matches("[0-9]") ? Math.clamp(Integer.parseInt(level), 1, MAX_LEVEL) : 1;
  }
}
