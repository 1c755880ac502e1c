package news.nashra.comments.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Flag;
import news.nashra.comments.Threads;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// `GET /api/comments`: the queue, or with `person` what the sender of a comment has written; as
/// JSON or, if `Accept` asks for it, as `text/csv`. Thread-safe.
record CommentListApi(ModerationQueue queue, PersonsComments persons, Table table) {
  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_CSV_PAGE_SIZE = 1000;

  Response answer(Request request) {
    boolean csv = request.prefers("text/csv");
    var size =
        new ModerationQueue.Size(
            request.limit(DEFAULT_PAGE_SIZE, csv ? MAX_CSV_PAGE_SIZE : MAX_PAGE_SIZE),
            csv ? CommentCsv::row : comment -> Json.write(CommentJson.comment(comment)));
    var list = list(request);
    var cursor = request.query("cursor").map(text -> Cursor.read(list, text));
    if (request.query("person").isPresent()) {
      var found =
          persons
              .page(person(request), cursor.map(Cursor::key), size)
              .orElseThrow(() -> new RefusedRequest(Problem.of(404, "problem.404.comment")));
      return csv ? csv(found, list) : Response.json(200, json(found, list)).with("vary", "Accept");
    }
    var filter = filter(request);
    var found = queue.page(filter, cursor, size);
    if (csv) {
      return csv(found, list);
    }
    var answer = json(found, list);
    queue
        .oldestPending(filter, cursor, found)
        .ifPresent(at -> answer.put("oldestPending", Instants.format(at)));
    return Response.json(200, answer).with("vary", "Accept");
  }

  /// The name of the list: what each sender has written is one of its own.
  private static String list(Request request) {
    return request.list() + request.query("person").map(id -> " " + id).orElse("");
  }

  private static Response csv(ModerationQueue.Found found, String list) {
    var answer =
        new Response(
            200,
            Map.of(
                "content-type", "text/csv; charset=utf-8",
                "content-disposition", "attachment; filename=\"comments.csv\"",
                "vary", "Accept"),
            CommentCsv.write(found.comments()));
    return found.next().map(next -> answer.with("x-next-cursor", next.write(list))).orElse(answer);
  }

  /// Each comment with the headline and address of its article.
  private Map<String, Object> json(ModerationQueue.Found found, String list) {
    var articles =
        Threads.find(
            table, found.comments().stream().map(Comment::articleId).collect(Collectors.toSet()));
    var answer = new LinkedHashMap<String, Object>();
    answer.put(
        "items",
        found.comments().stream()
            .map(comment -> {
              var json = CommentJson.comment(comment);
              Optional.ofNullable(articles.get(comment.articleId()))
                  .ifPresent(thread -> json.put("article", article(thread)));
              return json;
            })
            .toList());
    found.next().ifPresent(next -> answer.put("next", next.write(list)));
    return answer;
  }

  /// A withdrawn article has no address.
  private static Map<String, String> article(CommentThread thread) {
    return thread.withdrawn()
        ? Map.of("headline", thread.headline())
        : Map.of("headline", thread.headline(), "url", thread.path());
  }

  /// The comment whose sender is asked for.
  private static CommentTarget person(Request request) {
    Stream.of("status", "flag")
        .filter(name -> request.query(name).isPresent())
        .findFirst()
        .ifPresent(name -> {
          throw RefusedRequest.invalid(name, "error.notWithPerson");
        });
    if (request.query("article").isEmpty()) {
      throw RefusedRequest.invalid("article", "error.required");
    }
    return new CommentTarget(
        id(request, "article").orElseThrow(), id(request, "person").orElseThrow());
  }

  private static ModerationQueue.Filter filter(Request request) {
    var status = request.query("status").orElse(Comment.Status.PENDING.word());
    var article = id(request, "article");
    var rule = request.query("flag");
    if (rule.filter(r -> !Flag.RULES.contains(r)).isPresent()) {
      throw RefusedRequest.invalid("flag", "error.badFlag", String.join(", ", Flag.RULES));
    }
    return new ModerationQueue.Filter(
        CommentItems.status(status)
            .orElseThrow(() ->
                RefusedRequest.invalid(
                    "status", "error.badCommentStatus", String.join(", ", Comment.Status.words()))),
        article,
        rule);
  }

  private static Optional<String> id(Request request, String name) {
    var id = request.query(name);
    if (id.filter(text -> !Ids.wellFormed(text)).isPresent()) {
      throw RefusedRequest.invalid(name, "error.badId");
    }
    return id;
  }
}
