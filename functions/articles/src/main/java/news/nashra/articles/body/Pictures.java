package news.nashra.articles.body;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import news.nashra.core.Ids;
import news.nashra.core.Text;
import org.jsoup.nodes.Element;

/// Reads the pictures of a body. Only those that were uploaded to this site are kept.
final class Pictures {
  private static final int KEYCAP = 0x20E3;
  private static final int MAX_EMOJI = 40;

  private final BodyWriter writer;
  private final Cleaned cleaned;
  private final Set<String> ids = new LinkedHashSet<>();
  private boolean foreign;
  private boolean undescribed;

  Pictures(BodyWriter writer, Cleaned cleaned) {
    this.writer = writer;
    this.cleaned = cleaned;
  }

  void read(Element img, Context context) {
    var id = img.attr("data-media");
    if (Ids.wellFormed(id)) {
      if (img.hasAttr("src")) {
        cleaned.attribute("img", "src");
      }
      ids.add(id);
      undescribed |= !img.hasAttr("alt");
      writer.add(figure(id, img.attr("alt"), context));
    } else if (isCheckbox(img)) {
      writer.text(isChecked(img) ? "☑ " : "☐ ", context, false);
    } else if (isEmoji(img.attr("alt"))) {
      writer.text(img.attr("alt"), context, false);
    } else if (isPixel(img)) {
      cleaned.element("img");
    } else {
      foreign = true;
    }
  }

  /// Notes a picture from elsewhere.
  void foreign() {
    foreign = true;
  }

  boolean hasForeign() {
    return foreign;
  }

  boolean hasUndescribed() {
    return undescribed;
  }

  List<String> ids() {
    return List.copyOf(ids);
  }

  private static Element figure(String id, String alt, Context context) {
    var picture = Elements.of("img").attr("data-media", id).attr("alt", Text.line(alt));
    var figure = Elements.of("figure");
    context.marks().stream()
        .filter(mark -> mark.tag().equals("a"))
        .findFirst()
        .map(Mark::element)
        .ifPresentOrElse(
            link -> figure.appendChild(link.appendChild(picture)),
            () -> figure.appendChild(picture));
    return figure;
  }

  /// Whether it stands for emoji, as the sites of social networks draw them.
  private static boolean isEmoji(String alt) {
    return !alt.isBlank()
        && alt.length() <= MAX_EMOJI
        && alt.codePoints()
            .allMatch(c ->
                Character.isEmoji(c) || Character.isEmojiComponent(c) || c == KEYCAP || c == ' ')
        && alt.codePoints()
            .anyMatch(c ->
                Character.isExtendedPictographic(c)
                    || Character.isEmojiModifierBase(c)
                    || c == KEYCAP
                    || (c >= 0x1F1E6 && c <= 0x1F1FF));
  }

  /// Whether it is the box of a task, as Google Docs draw it.
  private static boolean isCheckbox(Element img) {
    return img.attr("aria-roledescription").equals("checkbox")
        || img.attr("role").equals("checkbox")
        || (img.attr("src").startsWith("data:") && BlockElements.isTask(img.parent()));
  }

  private static boolean isChecked(Element img) {
    var task = img.parent();
    return img.attr("aria-checked").equals("true")
        || img.attr("alt").equals("checked")
        || (task != null && BlockElements.isTask(task) && task.attr("aria-checked").equals("true"));
  }

  /// Whether it is one of the invisible pictures by which mails count their readers.
  private static boolean isPixel(Element img) {
    return img.attr("width").matches("[01](px)?") && img.attr("height").matches("[01](px)?");
  }
}
