package news.nashra.articles.body;

import java.util.Set;
import org.jsoup.nodes.Element;

/// Tells which pasted elements are dropped with their content, and names them in the receipt:
/// scripts and forms, deleted and hidden text, and the remarks of reviewers.
final class LostElements {
  private static final Set<String> COMMENT_CLASSES =
      Set.of("MsoCommentReference", "MsoCommentText", "msocomtxt", "msocomanchor", "msocomoff");

  private final Cleaned cleaned;
  private final Pictures pictures;

  LostElements(Cleaned cleaned, Pictures pictures) {
    this.cleaned = cleaned;
    this.pictures = pictures;
  }

  /// Whether `element` is dropped with its content. Names it if it has any.
  boolean includes(Element element, InlineStyle style) {
    var name = element.normalName();
    var why = "";
    if (Tags.DROPPED.contains(name)) {
      if (name.equals("iframe") && PastedEmbeds.ofFrame(element).isPresent()) {
        return false;
      }
      if (Tags.NEVER_SILENT.contains(name) || hasContent(element)) {
        cleaned.element(name);
      }
      if (name.equals("svg") && !element.getElementsByTag("image").isEmpty()) {
        pictures.foreign();
      }
      return !PastedEmbeds.ofFrame(element).isPresent();
    } else if (Tags.DELETED.contains(name)) {
      if (hasContent(element)) {
        cleaned.element(name);
      }
      return true;
    } else if (style.struckThrough()) {
      why = "line-through";
    } else if (style.hidden() || element.hasAttr("hidden")) {
      why = "hidden";
    } else if (style.comment() || COMMENT_CLASSES.stream().anyMatch(element::hasClass)) {
      why = "comment";
    }
    if (!why.isEmpty() && hasContent(element)) {
      cleaned.attribute(name, why);
    }
    return !why.isEmpty();
  }

  private static boolean hasContent(Element element) {
    return element.hasText() || !element.data().isBlank() || element.selectFirst("img") != null;
  }
}
