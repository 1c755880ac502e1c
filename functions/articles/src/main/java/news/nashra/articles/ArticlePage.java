package news.nashra.articles;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.comments.CommentSection;
import news.nashra.comments.Discussion;
import news.nashra.media.Crop;
import news.nashra.media.Picture;
import news.nashra.media.PictureTag;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// Composes the page of an article: a pure function of what it is given.
final class ArticlePage {
  private static final int SHARED = 1200;

  private final Templates templates = new Templates("news.nashra.articles.pages");
  private final Site site;
  private final PictureTag pictures = new PictureTag();
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
            view.publishedAt(),
            view.updatedAt(),
            view.byline().map(name -> new Head.Author(name, view.authorPath())),
            view.tags(),
            view.corrections().stream().map(c -> new Head.Correction(c.at(), c.text())).toList(),
            cut(article),
            discussion.count());
    var head =
        Head.of(view.headline(), view.summary(), view.path(), Optional.of(view.updatedAt()))
            .inSection(article.story().section())
            .withCrumbs(view.crumbs())
            .withAlternates(alternates(view))
            .withStory(story)
            .withImage(article.lead().map(picture -> shared(article, picture)));
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
        List.of(site.homeCrumb(), site.sectionCrumb(story.section()), here(article)),
        story.city(),
        story.source(),
        story.byline(),
        Optional.of(story.summary()).filter(summary -> story.ownSummary()),
        story.summary(),
        body(article),
        story.image(),
        article.lead().map(p -> pictures.of(p, alt(story), PictureTag.Place.LEAD)),
        story.tags(),
        related.stream()
            .flatMap(e -> e.path().map(path -> new RelatedLink(path, e.headline())).stream())
            .toList(),
        story.translations(),
        article.publishedAt().orElseThrow(),
        article.updatedAt(),
        article.corrections());
  }

  /// The body with its pictures as they are shown.
  private String body(Article article) {
    if (article.pictures().isEmpty()) {
      return article.story().bodyHtml();
    }
    var body = Jsoup.parseBodyFragment(article.story().bodyHtml());
    body.outputSettings(new Document.OutputSettings().prettyPrint(false));
    for (var img : body.select("img[data-media]")) {
      var picture = article.pictures().get(img.attr("data-media"));
      if (picture != null) {
        var html = new StringOutput();
        pictures.of(picture, img.attr("alt"), PictureTag.Place.BODY).writeTo(html);
        img.before(html.toString());
      }
      img.remove();
    }
    return body.body().html();
  }

  private static String alt(Story story) {
    return story.image().map(LeadImage::alt).orElse("");
  }

  /// Its picture in the ratios that search engines ask for.
  private static List<Head.Image> cut(Article article) {
    return article
        .lead()
        .map(p ->
            Stream.of(Crop.values())
                .map(c -> new Head.Image(c.path(p), c.width(p), c.height(p), alt(article.story())))
                .toList())
        .orElse(List.of());
  }

  /// The rendition that other sites show beside a link.
  private static Head.Image shared(Article article, Picture picture) {
    int width = picture.widthFrom(SHARED);
    return new Head.Image(
        picture.path(width, "jpg"), width, picture.heightAt(width), alt(article.story()));
  }

  /// The article in each language that there is, this one too, as search engines want it.
  private List<Head.Alternate> alternates(ArticleView view) {
    if (view.translations().isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Head.Alternate>();
    all.add(new Head.Alternate(site.edition().language(), view.path()));
    view.translations().forEach(t -> all.add(new Head.Alternate(t.language(), t.url())));
    return all;
  }

  private static Head.Crumb here(Article article) {
    return new Head.Crumb(article.story().headline(), Optional.empty());
  }
}
