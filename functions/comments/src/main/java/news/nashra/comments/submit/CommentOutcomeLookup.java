package news.nashra.comments.submit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Reference;
import news.nashra.comments.ShownComments;
import news.nashra.comments.Threads;
import news.nashra.comments.pages.CommentOutcome;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.KeyedHash;
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
  private final KeyedHash hash;

  CommentOutcomeLookup(Site site, Table table, KeyedHash hash) {
    this.site = site;
    this.table = table;
    this.hash = hash;
  }

  Response answer(Request request) {
    var outcome = Reference.read(request.path("reference"), hash).flatMap(this::find);
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
              comment.status().publicWord(),
              article,
              article.flatMap(thread -> url(thread, comment)));
        });
  }

  private Optional<String> url(CommentThread thread, Comment comment) {
    return comment.status() == Comment.Status.APPROVED
        ? new Discussion(ShownComments.list(table, comment.articleId()))
            .address(thread.path(), comment.id())
        : Optional.empty();
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
