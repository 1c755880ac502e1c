package news.nashra.articles.draft;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Place;
import news.nashra.articles.ReaderChange;
import news.nashra.articles.References;
import news.nashra.articles.Revision;
import news.nashra.articles.Schedule;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;

/// An article as an editor sends it.
///
/// @param pictures ids of the pictures it shows, each with the field that names it
/// @param cleaned what was dropped from the body
/// @param related ids; absent when the editor leaves the choice to the system
/// @param slug normalised
/// @param note what the editor says about the revision
public record ArticleDraft(
    Status status,
    ArticleContent content,
    Map<String, String> pictures,
    List<String> cleaned,
    Optional<List<String>> related,
    Optional<String> slug,
    EditorsNote note) {
  public ArticleDraft {
    pictures = Map.copyOf(pictures);
    cleaned = List.copyOf(cleaned);
  }

  public ArticleDraft published() {
    return new ArticleDraft(Status.PUBLISHED, content, pictures, cleaned, related, slug, note);
  }

  /// The first revision of a new article.
  public Article first(String id, References references, String editor, Instant now) {
    return new Article(
        id,
        Revision.first(editor, now),
        status,
        contentAfter(Optional.empty()),
        references,
        Place.unpublished(slug),
        timeline(Timeline.start(now), Optional.empty(), now));
  }

  /// The revision after `before`.
  public Article next(Article before, References references, String editor, Instant now) {
    return new Article(
        before.id(),
        before.revision().next(editor, now, Optional.empty()),
        status,
        contentAfter(Optional.of(before.content())),
        references,
        before.place().withFormerLists(before.everListed()).withSlug(slug),
        timeline(
            isSilentAfter(before, now) ? before.timeline() : before.timeline().updated(now),
            Optional.of(before),
            now));
  }

  /// The content after `before`. A summary that comes back as a made one, but with other words than
  /// are made of this body or were made of the one before, is the editor's.
  private ArticleContent contentAfter(Optional<ArticleContent> before) {
    var made = before.map(ArticleContent::summary).map(ArticleContent.Summary::text);
    return note.madeSummary()
        .filter(text -> !text.equals(content.summary().text()) && !made.equals(Optional.of(text)))
        .map(text -> content.withSummary(new ArticleContent.Summary(text, true)))
        .orElse(content);
  }

  private Timeline timeline(Timeline dated, Optional<Article> before, Instant now) {
    var corrections = before.map(Article::corrections).orElse(List.of());
    var corrected =
        dated
            .withCorrections(note.corrections().apply(corrections, now))
            .withSchedule(schedule(before));
    return isPublished() ? imported(corrected, now).published(now) : corrected;
  }

  /// An article that was published elsewhere is not new: its date is that of its publication.
  private Timeline imported(Timeline timeline, Instant now) {
    return note.first()
        .elsewhere()
        .filter(then -> timeline.publishedAt().isEmpty())
        .map(timeline::importedFrom)
        .map(past -> note.corrections().adds() ? past.updated(now) : past)
        .orElse(timeline);
  }

  private Schedule schedule(Optional<Article> before) {
    return new Schedule(
        note.times().publishAt(),
        note.times().expireAt(),
        status == Status.SCHEDULED
            && related.isEmpty()
            && before.stream().allMatch(Article::leavesRelatedOpen),
        before.flatMap(article -> article.schedule().release()));
  }

  /// Whether readers of `before` are not told of this revision: it says nothing new, or its editor
  /// calls it minor.
  private boolean isSilentAfter(Article before, Instant now) {
    boolean same =
        !ReaderChange.between(before.content(), contentAfter(Optional.of(before.content())))
            && note.corrections().apply(before.corrections(), now).equals(before.corrections());
    return before.status() == Status.PUBLISHED && isPublished() && (same || note.minor());
  }

  private boolean isPublished() {
    return status == Status.PUBLISHED;
  }
}
