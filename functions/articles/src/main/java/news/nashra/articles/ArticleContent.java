package news.nashra.articles;

import java.util.List;
import java.util.Optional;

/// What an editor writes, cleaned and within its limits. Immutable.
/// [news.nashra.articles.store.ContentCodec] writes and reads it, for the table and for the API.
///
/// @param bodyHtml with pictures by their ids, `<img data-media="…">`
/// @param image the lead picture
/// @param translations the same article in other languages
/// @param commentsOpen whether readers may comment
public record ArticleContent(
    String headline,
    Dateline dateline,
    Summary summary,
    String bodyHtml,
    Optional<LeadImage> image,
    Labels labels,
    List<Translation> translations,
    boolean commentsOpen) {
  public ArticleContent {
    translations = List.copyOf(translations);
  }

  /// Where the article comes from and who wrote it.
  ///
  /// @param source the agency or newspaper
  public record Dateline(Optional<String> city, Optional<String> source, Credits credits) {}

  /// @param own whether the editor wrote it; otherwise it is taken from the beginning of the body
  public record Summary(String text, boolean own) {}

  /// What it is, and which lists show it.
  ///
  /// @param tags its topics, as the editor writes them
  /// @param ended whether it is live coverage that has ended
  public record Labels(Kind kind, Sections sections, List<String> tags, boolean ended) {
    public Labels {
      tags = List.copyOf(tags);
    }

    public Labels(Kind kind, Sections sections, List<String> tags) {
      this(kind, sections, tags, false);
    }
  }

  public ArticleContent withSummary(Summary other) {
    return new ArticleContent(
        headline, dateline, other, bodyHtml, image, labels, translations, commentsOpen);
  }

  public Kind kind() {
    return labels.kind();
  }

  /// Whether it is live coverage that goes on.
  public boolean isLive() {
    return kind() == Kind.LIVE && !labels.ended();
  }

  public Sections sections() {
    return labels.sections();
  }

  public List<String> tags() {
    return labels.tags();
  }

  public Credits credits() {
    return dateline.credits();
  }
}
