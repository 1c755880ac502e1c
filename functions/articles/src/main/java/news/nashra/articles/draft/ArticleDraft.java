package news.nashra.articles.draft;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Correction;
import news.nashra.articles.Status;

/// An article as an editor sends it.
///
/// @param pictures ids of those that it shows, each with the field that names it
/// @param cleaned what the safelist dropped from the body
/// @param related ids; absent when the editor leaves the choice open
/// @param slug already in the shape of one
public record ArticleDraft(
    Status status,
    ArticleContent story,
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
    return new ArticleDraft(Status.PUBLISHED, story, pictures, cleaned, related, slug, correction);
  }

  /// The first revision of a new article.
  public Article first(String id, ResolvedReferences.Found named, String editor, Instant now) {
    return new Article(
        id,
        1,
        status,
        story,
        named.pictures(),
        named.related(),
        slug,
        Optional.empty(),
        List.of(),
        List.of(),
        publishedAt(Optional.empty(), now),
        now,
        editor,
        corrections(List.of(), now),
        Optional.empty());
  }

  /// The revision after `before`.
  public Article next(Article before, ResolvedReferences.Found named, String editor, Instant now) {
    return new Article(
        before.id(),
        before.revision() + 1,
        status,
        story,
        named.pictures(),
        named.related(),
        slug.or(before::slug),
        before.path(),
        before.formerPaths(),
        before.everListed(),
        publishedAt(before.publishedAt(), now),
        now,
        editor,
        corrections(before.corrections(), now),
        Optional.empty());
  }

  private Optional<Instant> publishedAt(Optional<Instant> before, Instant now) {
    return status == Status.PUBLISHED ? before.or(() -> Optional.of(now)) : before;
  }

  private List<Correction> corrections(List<Correction> before, Instant now) {
    var all = new ArrayList<>(before);
    correction.ifPresent(text -> all.add(new Correction(now, text)));
    return all;
  }
}
