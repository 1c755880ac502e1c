package news.nashra.articles;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.site.Section;
import org.jsoup.Jsoup;

/// An article as its page shows it.
///
/// @param standfirst the summary that the editor wrote
/// @param summary for search engines, always there
/// @param bodyHtml cleaned, with its pictures in place
/// @param image the picture at its head
/// @param picture that picture as HTML
public record ArticleView(
    String path,
    String headline,
    Section section,
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
    Instant publishedAt,
    Instant updatedAt,
    List<Correction> corrections) {
  private static final Pattern TABLE = Pattern.compile("<table(?=[ >])");

  public ArticleView {
    tags = List.copyOf(tags);
    related = List.copyOf(related);
    corrections = List.copyOf(corrections);
  }

  /// "city - source", as much of it as there is.
  public Optional<String> dateline() {
    var line = Stream.of(city, source).flatMap(Optional::stream).collect(Collectors.joining(" - "));
    return Optional.of(line).filter(text -> !text.isEmpty());
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
