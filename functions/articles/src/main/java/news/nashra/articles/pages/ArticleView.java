package news.nashra.articles.pages;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
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
import org.jsoup.Jsoup;

/// An article as its page shows it: what is in the article, and what is derived from it.
///
/// @param section the step of its section between the homepage and the article
/// @param bodyHtml cleaned, with its pictures in place
/// @param picture the picture at its head as HTML
/// @param related the articles that it points to
public record ArticleView(
    Article article,
    Head.Crumb section,
    String bodyHtml,
    Optional<Content> picture,
    List<RelatedLink> related) {
  private static final int WORDS_A_MINUTE = 200;
  private static final Pattern TABLE = Pattern.compile("<table(?=[ >])");

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

  /// The summary for search engines, whoever wrote it.
  public String summary() {
    return content().summary().text();
  }

  public Optional<String> byline() {
    return content().byline();
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

  /// "city - source", as much of it as there is.
  public Optional<String> dateline() {
    var dateline = content().dateline();
    var line =
        Stream.of(dateline.city(), dateline.source())
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" - "));
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  /// The archive of the day on which it was published.
  public String dayPath() {
    return ArticleAddress.dayPath(path());
  }

  /// The page of its author's articles; none for a byline without letters.
  public Optional<String> authorPath() {
    return byline().flatMap(name -> path(name, Addresses::author));
  }

  /// The page of a topic; none for a tag without letters.
  public Optional<String> topicPath(String tag) {
    return path(tag, Addresses::topic);
  }

  private static Optional<String> path(String name, UnaryOperator<String> address) {
    return Optional.of(Slug.of(name)).filter(slug -> !slug.isEmpty()).map(address);
  }

  /// How long an adult reads it, in minutes, at least 1.
  public long minutes() {
    return Math.max(1, Math.round(text().split("\\s+").length / (double) WORDS_A_MINUTE));
  }

  /// Whether it changed after its publication.
  public boolean updated() {
    return updatedAt().isAfter(publishedAt());
  }

  public String text() {
    return Jsoup.parseBodyFragment(bodyHtml).text();
  }

  /// The body; a table that is wider than the screen scrolls by itself, also by keyboard.
  public String shownBody() {
    return TABLE
        .matcher(bodyHtml)
        .replaceAll("<div class=\"wide\" role=\"group\" tabindex=\"0\"><table")
        .replace("</table>", "</table></div>");
  }
}
