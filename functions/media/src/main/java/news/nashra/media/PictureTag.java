package news.nashra.media;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import news.nashra.site.Templates;

/// A picture as HTML. The browser chooses the rendition, and reserves its space before it is
/// loaded. Thread-safe.
public final class PictureTag {
  /// Where a page shows it: how wide, as [the attribute
  /// `sizes`](https://html.spec.whatwg.org/multipage/images.html#sizes-attributes) says it and the
  /// style sheets have it, and up to which rendition: the first that is at least so wide. Pictures
  /// from before there was one of 720 have one of 640.
  public enum Slot {
    /// At the head of an article.
    LEAD("(min-width: 44rem) 42rem, calc(100vw - 2rem)", 1920, Optional.empty()),
    /// In an article's text.
    BODY("(min-width: 44rem) 42rem, calc(100vw - 2rem)", 1920, Optional.empty()),
    /// Beside another one in a gallery, whose columns are at least 15rem wide.
    GALLERY(
        "(min-width: 44rem) 20.625rem, (min-width: 32.75rem) calc(50vw - 1.375rem), calc(100vw - 2rem)",
        1280,
        Optional.empty()),
    /// With the first article on a front.
    TOP(
        "(min-width: 72rem) 40rem, (min-width: 60rem) 57vw, calc(100vw - 2rem)",
        1280,
        Optional.of(1.5)),
    /// With any other article on a front: beside its headline on phones.
    CARD("(min-width: 48rem) 21rem, 7.5rem", 640, Optional.of(1.5)),
    /// With the first article of a section on the homepage.
    BLOCK("(min-width: 42rem) 21rem, calc(100vw - 2rem)", 640, Optional.of(1.5)),
    /// In a list of short rows.
    THUMB("6rem", 320, Optional.of(1.5)),
    /// The face of an author, in a circle.
    FACE("6rem", 320, Optional.of(1.0));

    private final String sizes;
    private final int widest;
    private final Optional<Double> ratio;

    /// @param ratio of its box, as the style sheet of fronts has it; empty if it is shown whole
    Slot(String sizes, int widest, Optional<Double> ratio) {
      this.sizes = sizes;
      this.widest = widest;
      this.ratio = ratio;
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
  /// @param focus what a cut keeps; empty for the upper third
  public Content render(Picture picture, String alt, Optional<Focus> focus, Slot slot) {
    var position =
        slot.ratio.flatMap(ratio -> focus.orElse(Focus.UPPER_THIRD).objectPosition(picture, ratio));
    return templates.part(
        "picture.jte",
        Map.of(
            "picture", picture,
            "alt", alt,
            "style",
                "background:"
                    + picture.colour()
                    + position.map(p -> ";object-position:" + p).orElse(""),
            "slot", slot,
            "width", picture.widthAtLeast(slot.fallbackWidth())));
  }
}
