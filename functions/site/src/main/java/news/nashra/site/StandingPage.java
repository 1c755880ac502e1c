package news.nashra.site;

import java.util.Locale;

/// A page whose text the edition brings, in a file for each language: what the newspaper is, what
/// it knows of its readers, and its terms. To add one, add a constant, a phrase
/// `page.<word>.title`, a file `edition/<word>.<language>.html` for each language, and its word to
/// the names that no section may have.
public enum StandingPage {
  ABOUT,
  PRIVACY,
  TERMS;

  /// Its name in addresses, files and phrases: `about`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its address without the origin: `/about/`.
  public String path() {
    return "/" + word() + "/";
  }

  /// The key of the phrase that is its heading.
  public String title() {
    return "page." + word() + ".title";
  }

  /// The file of the edition with its text, a fragment of HTML.
  String file(String language) {
    return word() + "." + language + ".html";
  }
}
