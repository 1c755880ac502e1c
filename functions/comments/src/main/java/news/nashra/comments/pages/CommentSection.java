package news.nashra.comments.pages;

import gg.jte.Content;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.ShownComment;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// The comments of an article's page: the newest ones and the form. Also the pages of all its
/// comments. Thread-safe.
public final class CommentSection {
  private final Templates templates = new Templates("news.nashra.comments.pages");
  private final CommentForm form;
  private final Site site;

  public CommentSection(Site site) {
    this.site = site;
    this.form = new CommentForm(site);
  }

  /// Composes the comments section of an article's page.
  ///
  /// @param open whether the article accepts comments
  /// @param closesAt when it stops accepting them
  public Content compose(
      String articleId, Discussion discussion, boolean open, Optional<Instant> closesAt) {
    return templates.part(
        "comments.jte",
        Map.of(
            "site",
            site,
            "discussion",
            discussion,
            "closesAt",
            closesAt.filter(at -> open),
            "form",
            form.render(CommentFormView.empty(articleId, open))));
  }

  /// Composes a page of comments.
  public byte[] olderPage(String headline, String path, Discussion discussion, int page) {
    var comments = discussion.page(page);
    var title = site.messages().get("comments.page", page, headline);
    return site.page(
        Head.of(
                title,
                title,
                Discussion.pagePath(path, page),
                comments.stream().map(ShownComment::changedAt).max(Instant::compareTo))
            .unindexed(),
        templates.part(
            "older.jte",
            Map.of(
                "site", site,
                "headline", headline,
                "path", path,
                "discussion", discussion,
                "page", page)));
  }
}
