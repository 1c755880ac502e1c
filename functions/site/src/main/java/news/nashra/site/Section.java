package news.nashra.site;

import java.util.Set;
import java.util.regex.Pattern;

/// A part of the newspaper with a front page of its own.
///
/// @param id lower-case ASCII, used in addresses: `politics`
/// @param name as readers see it
public record Section(String id, String name) {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

  /// Names at the root of the site that have another use.
  private static final Set<String> RESERVED =
      Set.of(
          "about",
          "api",
          "archive",
          "assets",
          "authors",
          "corrections",
          "desk",
          "fragments",
          "local",
          "media",
          "privacy",
          "sitemaps",
          "terms",
          "topics");

  /// The section in which the newspaper checks itself. No edition has it, no list shows it, and no
  /// page links to it: docs/decisions/023-synthetic-check.md.
  public static final Section HIDDEN = new Section("check", "check");

  public Section {
    if (!ID.matcher(id).matches() || RESERVED.contains(id)) {
      throw new IllegalArgumentException("edition.json: not a section id: " + id);
    }
  }

  /// A section of `edition.json`.
  static Section ofEdition(String id, String name) {
    if (id.equals(HIDDEN.id())) {
      throw new IllegalArgumentException("edition.json: not a section id: " + id);
    }
    return new Section(id, name);
  }

  /// The address of its front page.
  public String path() {
    return "/" + id + "/";
  }
}
