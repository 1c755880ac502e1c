package news.nashra.articles;

import java.util.List;
import java.util.Optional;

/// What an editor writes, cleaned and within its limits.
///
/// @param section the id of its section
/// @param summary written by the editor, or else made from the body
/// @param ownSummary whether the editor wrote it
/// @param bodyHtml with its pictures by their ids, `<img data-media="…">`
/// @param translations the same article in other languages
/// @param commentsOpen whether readers may comment
public record ArticleContent(
    String headline,
    String section,
    Optional<String> city,
    Optional<String> source,
    Optional<String> byline,
    String summary,
    boolean ownSummary,
    String bodyHtml,
    Optional<LeadImage> image,
    List<String> tags,
    List<Translation> translations,
    boolean commentsOpen) {
  public ArticleContent {
    tags = List.copyOf(tags);
    translations = List.copyOf(translations);
  }
}
