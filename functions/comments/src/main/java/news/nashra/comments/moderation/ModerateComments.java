package news.nashra.comments.moderation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.EmailField;
import news.nashra.comments.Flag;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.Fields;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.site.Edition;
import news.nashra.site.Messages;

/// The moderators' API: `GET /api/comments` lists the queue, as JSON or, if `Accept` asks for it,
/// as `text/csv`; `POST /api/comments/decisions` decides on comments; `POST /api/comments/erasures`
/// erases a person's comments; `/api/comments/policy` is what comments must pass. Every five
/// minutes the schedule has it measure how long the oldest pending comment has waited, as the
/// metric `OldestPendingHours`.
public final class ModerateComments implements RequestStreamHandler {
  private static final String REQUIRED_GROUP = "moderators";
  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_CSV_PAGE_SIZE = 1000;
  private static final int MAX_BODY_BYTES = 256 * 1024;

  private final ModerationQueue queue;
  private final Moderation moderation;
  private final Erasure erasure;
  private final PolicyApi policy;
  private final Messages messages;
  private final HttpFunction http;
  private final InstantSource clock;

  /// Configured by the environment variables `COMMENTS_TABLE`, `COMMENT_KEY_SECRET` and
  /// `CHALLENGE_MAX_NUMBER`, the difficulty until a moderator sets another.
  public ModerateComments() {
    this(new Aws(Settings.fromEnvironment()));
  }

  private ModerateComments(Aws aws) {
    this(
        Messages.load(Edition.load().language()),
        aws.table("COMMENTS_TABLE"),
        CommentKeys.secret(aws, InstantSource.system()),
        Long.parseLong(aws.setting("CHALLENGE_MAX_NUMBER")),
        InstantSource.system());
  }

  public ModerateComments(
      Messages messages,
      Table table,
      Supplier<CommentKeys> keys,
      long maxNumber,
      InstantSource clock) {
    this.queue = new ModerationQueue(table, clock);
    this.moderation = new Moderation(table, clock);
    this.erasure = new Erasure(table, keys, clock);
    this.policy = new PolicyApi(table, maxNumber, clock);
    this.messages = messages;
    this.clock = clock;
    this.http =
        HttpFunction.of(messages, this::route)
            .requiring(REQUIRED_GROUP)
            .taking("GET /api/comments", "status", "article", "flag", "limit", "cursor");
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Log.begin(context);
    var event = Json.read(in);
    if (event.has("requestContext")) {
      http.serve(event, out);
    } else {
      measureQueue();
      out.write("{}".getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Without a pending comment there is no metric, because one that is always there costs more than
  /// the function.
  private void measureQueue() {
    queue
        .oldestPending()
        .map(since -> Duration.between(since, clock.instant()))
        .ifPresent(waited -> Log.number("OldestPendingHours", waited.toMinutes() / 60.0));
  }

  private Response route(Request request) {
    var moderator = request.requireGroup(REQUIRED_GROUP);
    return switch (request.route()) {
      case "GET /api/comments" -> list(request);
      case "POST /api/comments/decisions" -> decide(request, moderator);
      case "POST /api/comments/erasures" -> erase(request, moderator);
      case "GET /api/comments/policy" -> policy.read();
      case "PUT /api/comments/policy" -> policy.write(request, moderator);
      default -> throw new RefusedRequest(Problem.of(404));
    };
  }

  private Response list(Request request) {
    boolean csv = request.prefers("text/csv");
    var cursor = request.query("cursor").map(Cursor::read);
    var filter = filter(request);
    var found =
        queue.page(
            filter,
            cursor,
            new ModerationQueue.Size(
                request.limit(DEFAULT_PAGE_SIZE, csv ? MAX_CSV_PAGE_SIZE : MAX_PAGE_SIZE),
                csv ? CommentCsv::row : comment -> Json.write(CommentJson.comment(comment))));
    if (csv) {
      var answer =
          new Response(
              200,
              Map.of(
                  "content-type", "text/csv; charset=utf-8",
                  "content-disposition", "attachment; filename=\"comments.csv\"",
                  "vary", "Accept"),
              CommentCsv.write(found.comments()));
      return found.next().map(next -> answer.with("x-next-cursor", next.write())).orElse(answer);
    }
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", found.comments().stream().map(CommentJson::comment).toList());
    found.next().ifPresent(next -> answer.put("next", next.write()));
    queue
        .oldestPending(filter, cursor, found)
        .ifPresent(at -> answer.put("oldestPending", Instants.format(at)));
    return Response.json(200, answer).with("vary", "Accept");
  }

  private static ModerationQueue.Filter filter(Request request) {
    var status = request.query("status").orElse(Comment.Status.PENDING.word());
    var article = request.query("article");
    var rule = request.query("flag");
    if (article.filter(id -> !Ids.wellFormed(id)).isPresent()) {
      throw RefusedRequest.invalid("article", "error.badId");
    }
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

  private Response decide(Request request, String moderator) {
    var decisions = DecisionReader.read(Json.body(request, MAX_BODY_BYTES));
    var outcomes = moderation.decide(decisions, moderator);
    var results = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < decisions.size(); i++) {
      results.add(CommentJson.result(decisions.get(i), outcomes.get(i), messages));
    }
    return Response.json(200, Map.of("results", results));
  }

  private Response erase(Request request, String moderator) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var email = EmailField.read(fields);
    if (!fields.faults().isEmpty()) {
      throw new RefusedRequest(Problem.invalid(fields.faults()));
    }
    var erased = erasure.erase(email, moderator);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("erased", erased.comments());
    answer.put("more", erased.more());
    return Response.json(200, answer);
  }
}
