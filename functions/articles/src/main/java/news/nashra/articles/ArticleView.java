package news.nashra.articles;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.site.Addresses;
import news.nashra.site.Head;
import org.jsoup.Jsoup;

/// An article as its page shows it.
///
/// @param crumbs the homepage, the section, the article
/// @param standfirst the summary that the editor wrote
/// @param summary for search engines, always there
/// @param bodyHtml cleaned, with its pictures in place
/// @param image the picture at its head
/// @param picture that picture as HTML
public record ArticleView(
    String path,
    String headline,
    List<Head.Crumb> crumbs,
    Optional<String> city,
    Optional<String> source,
    Optional<String> byline,
    Optional<String> standfirst,
    String summary,
    String bodyHtml,
    Optional<LeadImage> image,
    Optional<Content> picture,
    List<String> tags,
    List<RelatedLink> related,
    List<Translation> translations,
    Instant publishedAt,
    Instant updatedAt,
    List<Correction> corrections) {
  private static final int WORDS_A_MINUTE = 200;

  private static final Pattern TABLE = Pattern.compile("<table(?=[ >])");

  public ArticleView {
    crumbs = List.copyOf(crumbs);
    tags = List.copyOf(tags);
    related = List.copyOf(related);
    translations = List.copyOf(translations);
    corrections = List.copyOf(corrections);
  }

  /// "city - source", as much of it as there is.
  public Optional<String> dateline() {
    var line = Stream.of(city, source).flatMap(Optional::stream).collect(Collectors.joining(" - "));
    return Optional.of(line).filter(text -> !text.isEmpty());
  }

  /// The step of its section.
  public Head.Crumb section() {
    return crumbs.get(1);
  }

  /// The archive of the day on which it was published: the day in its own address.
  public String dayPath() {
    return Addresses.dayOf(path);
  }

  /// The page of its author's articles; none for a byline without letters.
  public Optional<String> authorPath() {
    return byline.flatMap(name -> path(name, Addresses::author));
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
    return updatedAt.isAfter(publishedAt);
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
