package news.nashra.site;

import java.util.Set;
import java.util.regex.Pattern;

/// A part of the newspaper with a front of its own.
///
/// @param id its place in addresses, `/politics/`
/// @param name as readers see it
public record Section(String id, String name) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*");

  /// What stands beside the sections at the root of the site.
  private static final Set<String> TAKEN =
      Set.of(
          "api",
          "assets",
          "authors",
          "corrections",
          "desk",
          "fragments",
          "local",
          "media",
          "sitemaps",
          "terms",
          "topics");

  public Section {
    if (!SHAPE.matcher(id).matches() || TAKEN.contains(id)) {
      throw new IllegalArgumentException("edition.json: not a section id: " + id);
    }
  }

  /// The address of its front.
  public String path() {
    return "/" + id + "/";
  }
}
