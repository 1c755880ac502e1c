package news.nashra.articles.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.nashra.articles.Article;
import news.nashra.articles.Schedule;
import news.nashra.articles.press.ArticlePress;
import news.nashra.core.FieldError;
import news.nashra.core.Log;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.core.http.Response;
import news.nashra.core.press.PageResult;
import news.nashra.media.PictureRemoval;

/// What editors are answered when an article was changed, or could not be. Thread-safe.
record PublicationAnswers(
    ArticlePress press, NearReleases releases, Problems problems, InstantSource clock) {
  Response refusal(PublicationResult publication) {
    return problems.write(
        switch (publication) {
          case PublicationResult.NoArticle none -> Problem.of(404);
          case PublicationResult.Stale stale -> Problem.of(412);
          case PublicationResult.Withdrawn withdrawn -> Problem.of(409, "problem.409.withdrawn");
          case PublicationResult.NotWithdrawn other -> Problem.of(409, "problem.409.notWithdrawn");
          case PublicationResult.NoDraft other -> Problem.of(409, "problem.409.notDraft");
          case PublicationResult.AlreadyPublished published ->
              Problem.of(409, "problem.409.published");
          case PublicationResult.KeyReused reused ->
              Problem.invalid(List.of(FieldError.of("Idempotency-Key", "error.keyReused")));
          case PublicationResult.Invalid invalid -> Problem.invalid(invalid.errors());
          case PublicationResult.Done done -> throw new IllegalArgumentException("not a refusal");
          case PublicationResult.Deleted deleted ->
              throw new IllegalArgumentException("not a refusal");
        });
  }

  /// The receipt of a new article.
  Response created(PublicationResult.Done done, List<String> cleaned, long startNanos) {
    return receipt(201, done, cleaned, startNanos)
        .with("location", "/api/articles/" + done.article().id());
  }

  /// Presses the article, and answers 202 if that failed.
  Response receipt(int status, PublicationResult.Done done, List<String> cleaned, long startNanos) {
    var article = done.article();
    releaseIfNear(article);
    var pressed = press(done);
    return answer(
        pressed.isPresent() ? status : 202,
        article,
        ArticleJson.receipt(article, pressed.orElse(List.of()), cleaned, millis(startNanos)));
  }

  /// Takes the page away, then the pictures. If that breaks off, the same request goes on with it.
  ///
  /// @param removal takes the pictures of an article away
  Response withdrawnWithPictures(
      PublicationResult.Done done,
      Function<Article, PictureRemoval.Result> removal,
      long startNanos) {
    var article = done.article();
    var pressed = press(done);
    var pictures = removal.apply(article);
    // The stream took the article from the edge when the files were still there.
    press.pressAgain(article.id(), clock.instant());
    var receipt =
        ArticleJson.receipt(article, pressed.orElse(List.of()), List.of(), millis(startNanos));
    return answer(
        pressed.isPresent() ? 200 : 202, article, ArticleJson.withPictures(receipt, pictures));
  }

  private static Response answer(int status, Article article, Map<String, Object> receipt) {
    return Response.json(status, receipt).with("etag", "\"" + article.revision().number() + "\"");
  }

  /// Milliseconds since `System.nanoTime()` was `startNanos`.
  static long millis(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos).toMillis();
  }

  /// Has an article done that is due before a sweep is sure to read it.
  private void releaseIfNear(Article article) {
    var horizon = clock.instant().plus(Schedule.LOOK_AHEAD);
    if (article.dueAt().filter(at -> at.isBefore(horizon)).isPresent()) {
      try {
        releases.soon(article.id());
      } catch (RuntimeException e) {
        Log.error("release left to the next sweep", e);
      }
    }
  }

  private Optional<List<PageResult>> press(PublicationResult.Done done) {
    return ArticlePress.orLeftToTheStream(() ->
        done.first().isPresent()
            ? press.pressFirst(done.article(), done.first().get())
            : press.pressCommitted(done.article()));
  }
}
