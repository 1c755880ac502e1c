package news.nashra.articles;

import java.util.Locale;

/// The same article in another language, on this site or another.
///
/// @param language a [language tag](https://www.rfc-editor.org/rfc/rfc5646), `en`, `zh-Hant`
/// @param url absolute, or a path on this site: `/2026/02/23/slug/`
public record Translation(String language, String url) {
  /// The name of the language in that language: `English`, `العربية`.
  public String name() {
    var locale = Locale.forLanguageTag(language);
    return locale.getDisplayName(locale);
  }
}
