package news.nashra.comments.submit;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Reference;
import news.nashra.comments.Threads;
import news.nashra.comments.pages.CommentOutcome;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;

/// Tells a reader what became of a comment, by its reference: as a page if `Accept` asks for HTML,
/// as JSON otherwise. Thread-safe.
final class CommentOutcomeLookup {
  private final Templates templates = new Templates("news.nashra.comments.pages");
  private final Site site;
  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  CommentOutcomeLookup(Site site, Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.site = site;
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  Response answer(Request request) {
    var outcome = Reference.read(request.path("reference"), keys.get()).flatMap(this::find);
    if (request.prefers("text/html")) {
      return outcome
          .map(found -> Response.html(200, page(found)))
          .orElseGet(() -> Response.html(404, site.notFound()))
          .with("vary", "Accept");
    }
    return Response.json(200, json(outcome.orElseThrow(() -> new RefusedRequest(Problem.of(404)))))
        .with("vary", "Accept");
  }

  private Optional<CommentOutcome> find(Reference reference) {
    return CommentItems.find(table, reference.articleId(), reference.commentId())
        .map(comment -> {
          var article =
              Threads.find(table, comment.articleId()).filter(thread -> !thread.withdrawn());
          return new CommentOutcome(
              comment.reference(),
              comment.publicStatus(clock.instant()).publicWord(),
              article,
              article.flatMap(thread -> CommentAddress.find(table, thread, comment)));
        });
  }

  private static Map<String, Object> json(CommentOutcome outcome) {
    var json = new LinkedHashMap<String, Object>();
    json.put("reference", outcome.reference());
    json.put("status", outcome.status());
    outcome.url().ifPresent(url -> json.put("url", url));
    return json;
  }

  private byte[] page(CommentOutcome outcome) {
    var title = site.messages().get("comments.status");
    return site.page(
        Head.of(title, title, "/api/comments/" + outcome.reference(), Optional.empty()).unindexed(),
        templates.part("status.jte", Map.of("site", site, "status", outcome)));
  }
}
