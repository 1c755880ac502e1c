package news.nashra.media;

import gg.jte.Content;
import java.util.Map;
import news.nashra.site.Templates;

/// A picture as HTML. The browser chooses the rendition, and reserves its space before it is
/// loaded. Thread-safe.
public final class PictureTag {
  /// Where a page shows it: how wide, as [the attribute
  /// `sizes`](https://html.spec.whatwg.org/multipage/images.html#sizes-attributes) says it and the
  /// style sheets have it, and up to which rendition.
  public enum Place {
    /// At the head of an article.
    LEAD("(min-width: 44rem) 42rem, calc(100vw - 2rem)", 1920),
    /// In an article's text.
    BODY("(min-width: 44rem) 42rem, calc(100vw - 2rem)", 1920),
    /// With the first article on a front.
    TOP("(min-width: 72rem) 40rem, (min-width: 48rem) 58vw, calc(100vw - 2rem)", 1280),
    /// With any other article on a front.
    CARD("(min-width: 42rem) 21rem, calc(100vw - 2rem)", 640),
    /// In a list of short rows.
    THUMB("6rem", 320);

    private final String sizes;
    private final int widest;

    Place(String sizes, int widest) {
      this.sizes = sizes;
      this.widest = widest;
    }

    public String sizes() {
      return sizes;
    }

    public int widest() {
      return widest;
    }

    /// Whether readers see it at once. Such a picture is not loaded lazily.
    public boolean isFirstSeen() {
      return this == LEAD || this == TOP;
    }

    /// The width of the rendition for a browser that cannot choose.
    int fallbackWidth() {
      return Math.min(widest, 960);
    }
  }

  private final Templates templates = new Templates("news.nashra.media.pages");

  /// @param alt what the picture shows; empty for decoration
  public Content render(Picture picture, String alt, Place place) {
    return templates.part(
        "picture.jte",
        Map.of(
            "picture", picture,
            "alt", alt,
            "place", place,
            "width", picture.widthAtLeast(place.fallbackWidth())));
  }
}
