package news.nashra.articles.body;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Tells which pasted elements are dropped with their content, and names them in the receipt:
/// scripts and forms, deleted and hidden text, and the remarks of reviewers.
final class LostElements {
  private static final Set<String> COMMENT_CLASSES =
      Set.of("msocommentreference", "msocommenttext", "msocomtxt", "msocomanchor", "msocomoff");

  private static final Set<String> DELETED_CLASSES = Set.of("msodel");

  private static final Pattern PASTED_PARTS = Pattern.compile("(amp|lite)-(?!img|anim).+");

  private final Cleaned cleaned;
  private final Pictures pictures;

  LostElements(Cleaned cleaned, Pictures pictures) {
    this.cleaned = cleaned;
    this.pictures = pictures;
  }

  /// Whether `element` is dropped with its content. Names it if it has any.
  ///
  /// @param card whether it becomes a card
  boolean includes(Element element, InlineStyle style, boolean card) {
    var name = element.normalName();
    var why = "";
    if (isUnseen(element, card)) {
      cleaned.element(name);
    }
    if (Tags.DROPPED.contains(name)) {
      if (card && name.equals("iframe")) {
        return false;
      }
      if (Tags.NEVER_SILENT.contains(name) || hasContent(element)) {
        cleaned.element(name);
      }
      if (name.equals("svg") && !element.getElementsByTag("image").isEmpty()) {
        pictures.foreign();
      }
      return !card;
    } else if (Tags.DELETED.contains(name)) {
      if (hasContent(element)) {
        cleaned.element(name);
      }
      return true;
    } else if (ClassNames.include(element, DELETED_CLASSES)) {
      why = "deleted";
    } else if (style.struckThrough() && !isDone(element)) {
      why = "line-through";
    } else if (style.hidden() || element.hasAttr("hidden")) {
      why = "hidden";
    } else if (style.comment() || ClassNames.include(element, COMMENT_CLASSES)) {
      why = "comment";
    }
    if (!why.isEmpty() && hasContent(element)) {
      cleaned.attribute(name, why);
    }
    return !why.isEmpty();
  }

  /// Whether it leads somewhere or shows something, but neither has text nor becomes a card: the
  /// area of a map, or a part of an AMP page. Or becomes a card, and had text instead of what a
  /// browser shows there.
  private static boolean isUnseen(Element element, boolean card) {
    var name = element.normalName();
    if (name.equals("area")) {
      return element.hasAttr("href");
    }
    if (card) {
      return element.hasText() || (name.equals("iframe") && !element.data().isBlank());
    }
    return name.indexOf('-') > 0
        && PASTED_PARTS.matcher(name).matches()
        && !element.hasText()
        && element.childrenSize() == 0;
  }

  /// Whether it is a task that is struck out because it is done.
  private static boolean isDone(Element element) {
    for (var outer = element; outer != null; outer = outer.parent()) {
      if (outer.attr("role").equalsIgnoreCase("checkbox")
          && outer.attr("aria-checked").equalsIgnoreCase("true")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasContent(Element element) {
    return element.hasText()
        || !element.data().isBlank()
        || Descendants.first(element, "img") != null;
  }
}
