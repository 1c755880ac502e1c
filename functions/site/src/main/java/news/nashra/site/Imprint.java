package news.nashra.site;

import java.util.EnumMap;
import java.util.Map;

/// What the newspaper says of itself in pages of their own. Immutable.
///
/// @param texts of all [StandingPage]s, each a fragment of HTML
public record Imprint(Map<StandingPage, String> texts, Policies policies) {
  public Imprint {
    texts = Map.copyOf(texts);
  }

  /// Reads the texts from the files of the edition. A file that is missing throws.
  static Imprint read(String language, Policies policies) {
    var texts = new EnumMap<StandingPage, String>(StandingPage.class);
    for (var page : StandingPage.values()) {
      texts.put(page, Edition.file(page.file(language)));
    }
    return new Imprint(texts, policies);
  }
}
