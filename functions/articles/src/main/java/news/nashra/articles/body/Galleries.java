package news.nashra.articles.body;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Gathers pictures that follow one another into a gallery: `<figure data-gallery>` around their
/// figures, which may end with a caption for all of them.
public final class Galleries {
  /// Marks the figure of a gallery.
  public static final String ATTRIBUTE = "data-gallery";

  private Galleries() {}

  /// Gathers the pictures among the children of `element`.
  static void gather(Element element) {
    var run = new ArrayList<Element>();
    boolean gathers = false;
    for (var child : element.childNodes()) {
      gathers |= child instanceof Element e && isPicture(e);
    }
    if (!gathers || element.hasAttr(ATTRIBUTE)) {
      return;
    }
    for (var child : List.copyOf(element.childNodes())) {
      if (child instanceof Element e && (isPicture(e) || isOpenGallery(e))) {
        run.add(e);
      } else {
        wrap(run);
      }
    }
    wrap(run);
  }

  /// A gallery of `pictures`, and of those of galleries among them.
  static Element of(List<Element> pictures) {
    var gallery = Elements.of("figure");
    gallery.attributes().put(ATTRIBUTE, true);
    for (var picture : pictures) {
      for (var each :
          picture.hasAttr(ATTRIBUTE) ? List.copyOf(picture.children()) : List.of(picture)) {
        gallery.appendChild(each);
      }
    }
    return gallery;
  }

  /// Whether it is a figure with one uploaded picture.
  static boolean isPicture(Element element) {
    return element.normalName().equals("figure")
        && !element.hasAttr(ATTRIBUTE)
        && !element.hasAttr(EmbedAddress.ATTRIBUTE);
  }

  private static boolean isOpenGallery(Element element) {
    var last = element.lastElementChild();
    return element.hasAttr(ATTRIBUTE) && last != null && !last.normalName().equals("figcaption");
  }

  private static void wrap(List<Element> run) {
    if (run.size() > 1) {
      Node place = run.getFirst();
      var marker = Elements.of("figure");
      place.before(marker);
      marker.replaceWith(of(run));
    }
    run.clear();
  }
}
