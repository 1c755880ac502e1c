package news.nashra.articles.pages;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleAddress;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Correction;
import news.nashra.articles.LeadImage;
import news.nashra.articles.Slug;
import news.nashra.articles.Translation;
import news.nashra.site.Addresses;
import news.nashra.site.Head;

/// An article as its page shows it: the article and what is derived from it. Immutable.
///
/// @param section the breadcrumb of its section, if it has one
/// @param kind the label of its kind, if that has one
/// @param picture the lead picture as HTML
/// @param related links to the related articles
public record ArticleView(
    Article article,
    Optional<Head.Crumb> section,
    Optional<String> kind,
    Byline byline,
    ShownBody body,
    Optional<Content> picture,
    List<RelatedLink> related) {
  public ArticleView {
    related = List.copyOf(related);
  }

  private ArticleContent content() {
    return article.content();
  }

  public String path() {
    return article.path().orElseThrow();
  }

  public String headline() {
    return content().headline();
  }

  /// The summary that the editor wrote.
  public Optional<String> standfirst() {
    return Optional.of(summary()).filter(text -> content().summary().own());
  }

  /// The summary for search engines, written by the editor or taken from the body.
  public String summary() {
    return content().summary().text();
  }

  public Optional<LeadImage> image() {
    return content().image();
  }

  public List<String> tags() {
    return content().tags();
  }

  public List<Translation> translations() {
    return content().translations();
  }

  public List<Correction> corrections() {
    return article.corrections();
  }

  public Instant publishedAt() {
    return article.publishedAt().orElseThrow();
  }

  public Instant updatedAt() {
    return article.updatedAt();
  }

  /// `city - source`, or the one that is given.
  public Optional<String> dateline() {
    var dateline = content().dateline();
    var line =
        Stream.of(dateline.city(), dateline.source())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" - "));
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  /// The path of the archive of the day on which it was published.
  public String dayPath() {
    return ArticleAddress.dayPath(path());
  }

  /// The path of a topic's page; absent for a tag without letters.
  public Optional<String> topicPath(String tag) {
    return Slug.topic(tag).map(Addresses::topic);
  }

  /// Whether it has changed since its publication.
  public boolean updated() {
    return updatedAt().isAfter(publishedAt());
  }
}
