package news.nashra.articles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.CommentSection;
import news.nashra.comments.Discussion;
import news.nashra.site.Head;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes the page of an article: a pure function of what it is given.
final class ArticlePage {
  private final Templates templates = new Templates("news.nashra.articles.pages");
  private final Site site;
  private final CommentSection comments;
  private final int closeAfterDays;

  ArticlePage(Site site) {
    this.site = site;
    this.comments = new CommentSection(site);
    this.closeAfterDays = site.edition().comments().closeAfterDays();
  }

  /// @param related entries of the articles that it points to, as far as they are still published
  byte[] html(Article article, List<Entry> related, Discussion discussion) {
    var view = view(article, related);
    var story =
        new Head.Story(
            view.publishedAt(), view.updatedAt(), view.byline(), view.tags(), discussion.count());
    var head =
        Head.of(view.headline(), view.summary(), view.path(), Optional.of(view.updatedAt()))
            .in(view.section().id())
            .telling(story);
    var said =
        comments.of(
            article.id(),
            view.path(),
            discussion,
            article.story().commentsOpen(),
            article.commentsCloseAt(closeAfterDays));
    return site.page(
        head, templates.part("article.jte", Map.of("site", site, "view", view, "comments", said)));
  }

  /// A page of older comments.
  byte[] comments(Article article, Discussion discussion, int page) {
    return comments.page(
        article.story().headline(), article.path().orElseThrow(), discussion, page);
  }

  private ArticleView view(Article article, List<Entry> related) {
    var story = article.story();
    return new ArticleView(
        article.path().orElseThrow(),
        story.headline(),
        section(story.section()),
        story.city(),
        story.source(),
        story.byline(),
        Optional.of(story.summary()).filter(summary -> story.ownSummary()),
        story.summary(),
        story.bodyHtml(),
        story.tags(),
        related.stream()
            .flatMap(e -> e.path().map(path -> new RelatedLink(path, e.headline())).stream())
            .toList(),
        article.publishedAt().orElseThrow(),
        article.updatedAt(),
        article.corrections());
  }

  /// A section that has left the edition since is named by its id.
  private Section section(String id) {
    return site.edition().section(id).orElseGet(() -> new Section(id, id));
  }
}
