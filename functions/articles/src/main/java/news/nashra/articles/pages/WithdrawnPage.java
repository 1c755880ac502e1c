package news.nashra.articles.pages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Kind;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// The page at the addresses of an article that was withdrawn, with the editor's reason for
/// readers. It shows nothing of the article, not even its headline: that may be what was wrong.
/// Thread-safe.
public final class WithdrawnPage {
  private final Templates templates = new Templates("news.nashra.articles.pages");
  private final Site site;

  public WithdrawnPage(Site site) {
    this.site = site;
  }

  /// @param path at which it is
  /// @param kind of the article
  /// @param at when the article was withdrawn
  /// @param reason in words for readers
  public byte[] html(String path, Kind kind, Instant at, String reason) {
    var title = kind.phrase(site.messages(), "article.withdrawn.");
    return site.page(
        Head.of(title, reason, path, Optional.empty()).unindexed(),
        templates.part(
            "withdrawn.jte", Map.of("site", site, "title", title, "at", at, "reason", reason)));
  }
}
