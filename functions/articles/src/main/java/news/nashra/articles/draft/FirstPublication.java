package news.nashra.articles.draft;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;
import news.nashra.core.FieldError;
import news.nashra.core.http.Fields;

/// What an editor says of the first publication of an article: when it was, if it was elsewhere. It
/// can be said once, when the article is first published here.
///
/// @param at the field `publishedAt`, to the millisecond
/// @param imported the field `imported`
public record FirstPublication(Optional<Instant> at, Optional<Boolean> imported) {
  public static final FirstPublication NOT_TOLD =
      new FirstPublication(Optional.empty(), Optional.empty());

  static FirstPublication read(Fields fields) {
    return new FirstPublication(
        EditorsNotes.instant(fields, "publishedAt")
            .map(instant -> instant.truncatedTo(ChronoUnit.MILLIS)),
        fields.flag("imported"));
  }

  /// When it was published elsewhere.
  Optional<Instant> elsewhere() {
    return at.filter(instant -> claimed());
  }

  private boolean claimed() {
    return imported.orElse(false);
  }

  /// What is wrong with it.
  ///
  /// @param next the status that the article is about to have
  public List<FieldError> faults(Optional<Article> before, Status next, Instant now) {
    return before
        .filter(article -> article.publishedAt().isPresent())
        .map(article -> differences(article.timeline()))
        .orElseGet(() -> faults(next, now));
  }

  /// What was answered may be sent back, and nothing else.
  private List<FieldError> differences(Timeline known) {
    if (at.isPresent() && !at.equals(known.publishedAt())) {
      return List.of(FieldError.of("publishedAt", "error.importedOnce"));
    }
    return imported.isPresent() && imported.get() != known.imported()
        ? List.of(FieldError.of("imported", "error.importedOnce"))
        : List.of();
  }

  private List<FieldError> faults(Status next, Instant now) {
    if (!claimed()) {
      return at.isPresent()
          ? List.of(FieldError.of("publishedAt", "error.publishedAtAlone"))
          : List.of();
    }
    if (at.isEmpty() || next != Status.PUBLISHED) {
      return List.of(FieldError.of("imported", "error.importedAlone"));
    }
    boolean past = at.get().isBefore(now) && !at.get().isBefore(Timeline.OLDEST);
    return past
        ? List.of()
        : List.of(
            FieldError.of(
                "publishedAt",
                "error.importedFuture",
                Timeline.OLDEST.atZone(ZoneOffset.UTC).getYear()));
  }
}
