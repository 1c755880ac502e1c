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
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "edition.json: a section id is of a-z, 0-9 and hyphens and begins with a letter: " + id);
    }
    if (RESERVED.contains(id)) {
      throw taken(id);
    }
  }

  /// A section of `edition.json`.
  static Section ofEdition(String id, String name) {
    if (id.equals(HIDDEN.id())) {
      throw taken(id);
    }
    return new Section(id, name);
  }

  private static IllegalArgumentException taken(String id) {
    return new IllegalArgumentException(
        "edition.json: %s is no section id, because /%s/ is the address of something else"
            .formatted(id, id));
  }

  /// The address of its front page.
  public String path() {
    return "/" + id + "/";
  }
}
