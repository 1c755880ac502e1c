package news.nashra.comments;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// The form in which readers comment, on an article's page or on a page of its own.
public final class CommentForm {
  private final Templates templates = new Templates("news.nashra.comments.pages");
  private final Site site;

  public CommentForm(Site site) {
    this.site = site;
  }

  /// The comments section of an article's page.
  public Content section(CommentFormView view) {
    return templates.part("form.jte", Map.of("site", site, "view", view));
  }

  /// The page that a reader gets when a comment could not be taken.
  ///
  /// @param headline of the article, empty when there is none
  byte[] page(String headline, String path, CommentFormView view, String title, String detail) {
    var head =
        Head.of(site.messages().say("comments.refused"), detail, path, Optional.empty())
            .unindexed();
    return site.page(
        head,
        templates.part(
            "refused.jte",
            Map.of(
                "site", site,
                "form", section(view),
                "headline", headline,
                "path", path,
                "title", title,
                "detail", detail)));
  }
}
