package news.nashra.articles.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Place;
import news.nashra.articles.References;
import news.nashra.articles.Revision;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;

/// An article as an editor sends it.
///
/// @param pictures ids of the pictures it shows, each with the field that names it
/// @param cleaned what was dropped from the body
/// @param related ids; absent when the editor leaves the choice to the system
/// @param slug normalised
public record ArticleDraft(
    Status status,
    ArticleContent content,
    Map<String, String> pictures,
    List<String> cleaned,
    Optional<List<String>> related,
    Optional<String> slug,
    Optional<String> correction) {
  public ArticleDraft {
    pictures = Map.copyOf(pictures);
    cleaned = List.copyOf(cleaned);
  }

  public ArticleDraft published() {
    return new ArticleDraft(
        Status.PUBLISHED, content, pictures, cleaned, related, slug, correction);
  }

  /// The first revision of a new article.
  public Article first(String id, References references, String editor, Instant now) {
    return new Article(
        id,
        Revision.first(editor),
        status,
        content,
        references,
        Place.unpublished(slug),
        Timeline.start(now).next(now, isPublished(), correction));
  }

  /// The revision after `before`.
  public Article next(Article before, References references, String editor, Instant now) {
    return new Article(
        before.id(),
        before.revision().next(editor, Optional.empty()),
        status,
        content,
        references,
        before.place().withFormerLists(before.everListed()).withSlug(slug),
        before.timeline().next(now, isPublished(), correction));
  }

  private boolean isPublished() {
    return status == Status.PUBLISHED;
  }
}
