package news.nashra.comments.pages;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.CommentThread;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// The comment form, on an article's page or on a page of its own. Thread-safe.
public final class CommentForm {
  /// The address that a page about no article gives as its own. It is not the homepage.
  private static final String NO_ARTICLE = "/api/articles/";

  private final Templates templates = new Templates("news.nashra.comments.pages");
  private final Site site;

  public CommentForm(Site site) {
    this.site = site;
  }

  Content render(CommentFormView view) {
    return templates.part("form.jte", Map.of("site", site, "view", view));
  }

  /// The page that says why a comment was not accepted.
  ///
  /// @param headline of the article, empty if there is none
  /// @param path of the article, or of the homepage if there is none
  public byte[] refusal(
      String headline, String path, CommentFormView view, String title, String detail) {
    return page(site.messages().get("comments.refused"), headline, path, view, title, detail);
  }

  /// The page that asks one more question before a comment is accepted.
  public byte[] secondStep(CommentThread thread, CommentFormView view) {
    var messages = site.messages();
    return page(
        messages.get("comments.step"),
        thread.headline(),
        thread.path(),
        view,
        messages.get("comments.step.title"),
        messages.get("comments.step.detail"));
  }

  private byte[] page(
      String name,
      String headline,
      String path,
      CommentFormView view,
      String title,
      String detail) {
    var address = headline.isEmpty() ? NO_ARTICLE : path;
    return site.page(
        Head.of(name, detail, address, Optional.empty()).unindexed(),
        templates.part(
            "refused.jte",
            Map.of(
                "site", site,
                "form", render(view),
                "name", name,
                "headline", headline,
                "path", path,
                "title", title,
                "detail", detail)));
  }
}
