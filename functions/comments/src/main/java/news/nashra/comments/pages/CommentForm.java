package news.nashra.comments.pages;

import gg.jte.Content;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.CommentThread;
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

  Content render(CommentFormView view) {
    return templates.part("form.jte", Map.of("site", site, "view", view));
  }

  /// The page that a reader gets when a comment could not be taken.
  ///
  /// @param headline of the article, empty when there is none
  public byte[] refusal(
      String headline, String path, CommentFormView view, String title, String detail) {
    return page(site.messages().say("comments.refused"), headline, path, view, title, detail);
  }

  /// The page that asks one question more before a comment is taken.
  public byte[] secondStep(CommentThread thread, CommentFormView view) {
    var say = site.messages();
    return page(
        say.say("comments.step"),
        thread.headline(),
        thread.path(),
        view,
        say.say("comments.step.title"),
        say.say("comments.step.detail"));
  }

  private byte[] page(
      String name,
      String headline,
      String path,
      CommentFormView view,
      String title,
      String detail) {
    return site.page(
        Head.of(name, detail, path, Optional.empty()).unindexed(),
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
