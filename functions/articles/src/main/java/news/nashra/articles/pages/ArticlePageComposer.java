package news.nashra.articles.pages;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Entry;
import news.nashra.articles.Kind;
import news.nashra.articles.LeadImage;
import news.nashra.articles.authors.Author;
import news.nashra.articles.live.LiveEntries;
import news.nashra.comments.pages.CommentSection;
import news.nashra.comments.pages.Discussion;
import news.nashra.media.Crop;
import news.nashra.media.Picture;
import news.nashra.media.PictureTag;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Composes the page of an article as a pure function of its arguments. Thread-safe.
public final class ArticlePageComposer {
  private final Templates templates = new Templates("news.nashra.articles.pages");
  private final Site site;
  private final PictureTag pictures = new PictureTag();
  private final CommentSection comments;
  private final int closeAfterDays;

  public ArticlePageComposer(Site site) {
    this.site = site;
    this.comments = new CommentSection(site);
    this.closeAfterDays = site.edition().comments().closeAfterDays();
  }

  /// @param related entries of the related articles that are still published
  /// @param authors the records of its authors, in its order
  /// @param entries those of live coverage; absent for what is none
  public byte[] html(
      Article article,
      List<Entry> related,
      List<Author> authors,
      Discussion discussion,
      Optional<LiveEntries> entries) {
    var view = view(article, related, authors);
    var live = live(article, entries);
    var head = head(article, view, discussion, live);
    var section =
        comments.compose(
            article.id(),
            discussion,
            article.content().commentsOpen(),
            article.commentsCloseAt(closeAfterDays));
    var page = part(view, live, section, discussion.count(), true);
    var shown = article.hidden() ? head.unindexed() : head;
    return live.isPresent() ? site.livePage(shown, page) : site.page(shown, page);
  }

  /// The page behind a preview link: the article as it would be, without comments and without
  /// buttons that share its address.
  ///
  /// @param until when the link expires
  public byte[] preview(
      Article article,
      List<Entry> related,
      List<Author> authors,
      Optional<LiveEntries> entries,
      Instant until) {
    var view = view(article, related, authors);
    var live = live(article, entries);
    var story = part(view, live, output -> {}, 0, false);
    return site.page(
        head(article, view, new Discussion(List.of()), live).unindexed(),
        templates.part("preview.jte", Map.of("site", site, "until", until, "story", story)));
  }

  /// The page of a preview link that shows nothing.
  public byte[] refusedPreview(String title, String text) {
    return site.page(
        Head.of(title, text, "/api/previews/", Optional.empty()).unindexed(),
        templates.part("refusedPreview.jte", Map.of("title", title, "text", text)));
  }

  private Optional<LiveView> live(Article article, Optional<LiveEntries> entries) {
    return entries
        .map(all -> LiveView.of(article, all, pictures, site.messages()))
        .filter(LiveView::isShown);
  }

  private Content part(
      ArticleView view, Optional<LiveView> live, Content section, int count, boolean shared) {
    return templates.part(
        "article.jte",
        Map.of(
            "site", site,
            "view", view,
            "live", live,
            "comments", section,
            "count", count,
            "shared", shared));
  }

  private Head head(
      Article article, ArticleView view, Discussion discussion, Optional<LiveView> live) {
    var told = live.filter(LiveView::hasEntries);
    var facts =
        new Head.NewsArticle(
            told.isPresent() ? Kind.LIVE_BLOG : article.content().kind().schemaType(),
            view.publishedAt(),
            view.updatedAt(),
            view.byline().names().stream().map(n -> new Head.Author(n.name(), n.path())).toList(),
            view.tags(),
            view.corrections().stream().map(c -> new Head.Correction(c.at(), c.text())).toList(),
            crops(article),
            discussion.facts(),
            told.map(LiveView::facts));
    return Head.of(view.headline(), view.summary(), view.path(), Optional.of(view.updatedAt()))
        .inSection(article.content().sections().own())
        .withCrumbs(crumbs(article, view))
        .withAlternates(alternates(view))
        .withArticle(facts)
        .withImage(article.lead().map(picture -> crop(Crop.WIDE, article, picture)));
  }

  /// A page of older entries of live coverage.
  public byte[] entries(Article article, LiveEntries entries, int page) {
    var headline = article.content().headline();
    var title = site.messages().get("live.page", page, headline);
    var path = article.path().orElseThrow();
    var shown = LiveView.older(article, entries, page, pictures, site.messages());
    var older = Map.<String, Object>of("site", site, "headline", headline, "live", shown);
    return site.page(
        Head.of(title, title, LiveEntries.pagePath(path, page), shown.updatedAt()).unindexed(),
        templates.part("liveOlder.jte", older));
  }

  /// A page of older comments.
  public byte[] comments(Article article, Discussion discussion, int page) {
    return comments.olderPage(
        article.content().headline(), article.path().orElseThrow(), discussion, page);
  }

  private ArticleView view(Article article, List<Entry> related, List<Author> authors) {
    var content = article.content();
    return new ArticleView(
        article,
        content.sections().ownIfAny().map(site::sectionCrumb),
        content.kind().label(site.messages(), content.labels().ended()),
        Byline.of(content, authors, site, pictures),
        ShownBody.of(
            content.bodyHtml(), article.references().pictures(), pictures, site.messages()),
        article
            .lead()
            .map(p -> pictures.render(p, alt(content), article.focus(), PictureTag.Slot.LEAD)),
        related.stream()
            .flatMap(e -> e.path().map(path -> new RelatedLink(path, e.headline())).stream())
            .toList());
  }

  private static String alt(ArticleContent content) {
    return content.image().map(LeadImage::alt).orElse("");
  }

  /// The lead picture in the aspect ratios that search engines ask for.
  private static List<Head.Image> crops(Article article) {
    return article
        .lead()
        .map(p -> Stream.of(Crop.values()).map(crop -> crop(crop, article, p)).toList())
        .orElse(List.of());
  }

  /// The lead picture around its focus.
  private static Head.Image crop(Crop crop, Article article, Picture picture) {
    return new Head.Image(
        crop.path(picture, article.focus()),
        crop.width(picture),
        crop.height(picture),
        alt(article.content()));
  }

  /// Links to the article in every language, this one included, as search engines want them.
  private List<Head.Alternate> alternates(ArticleView view) {
    if (view.translations().isEmpty()) {
      return List.of();
    }
    var all = new ArrayList<Head.Alternate>();
    all.add(new Head.Alternate(site.edition().language(), view.path()));
    view.translations().forEach(t -> all.add(new Head.Alternate(t.language(), t.url())));
    return all;
  }

  private List<Head.Crumb> crumbs(Article article, ArticleView view) {
    var crumbs = new ArrayList<>(List.of(site.homeCrumb()));
    view.section().ifPresent(crumbs::add);
    crumbs.add(ownCrumb(article));
    return crumbs;
  }

  private static Head.Crumb ownCrumb(Article article) {
    return new Head.Crumb(article.content().headline(), Optional.empty());
  }
}
