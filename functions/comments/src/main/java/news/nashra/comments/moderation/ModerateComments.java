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
import news.nashra.comments.CommentKeys;
import news.nashra.comments.EmailField;
import news.nashra.comments.bans.Bans;
import news.nashra.core.Ids;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.HttpFunction;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;
import news.nashra.core.snapstart.PrimedBy;
import news.nashra.core.snapstart.Priming;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import news.nashra.site.Site;

/// The moderators' API: `GET /api/comments` lists comments ([CommentListApi]); `POST
/// /api/comments/decisions` decides on them; `POST /api/comments/erasures` erases a person's
/// comments; `/api/comments/policy` is what comments must pass; `/api/comments/bans` whose are
/// rejected; `/api/comments/digest` tells them by mail what waits. With `/api/comments/replies`
/// editors reply too. Every five minutes the schedule has it measure how long the oldest pending
/// comment has waited, as the metric `OldestPendingHours`, and owe the digests that are due.
@PrimedBy({
  "moderate-comments",
  "moderate-comments-person",
  "moderate-comments-decisions",
  "moderate-comments-erasure",
  "read-comment-policy",
  "set-comment-policy",
  "list-bans",
  "ban-sender",
  "lift-ban",
  "reply-to-comment",
  "edit-reply",
  "withdraw-reply",
  "read-digest",
  "ask-for-digest",
  "end-digest"
})
public final class ModerateComments implements RequestStreamHandler {
  private static final String MODERATORS = "moderators";
  private static final String EDITORS = "editors";
  private static final int MAX_BODY_BYTES = 256 * 1024;

  private final ModerationQueue queue;
  private final CommentListApi lists;
  private final Moderation moderation;
  private final Erasure erasure;
  private final PolicyApi policy;
  private final BanApi bans;
  private final ReplyApi replies;
  private final Digests digests;
  private final DigestApi digestApi;
  private final boolean mail;
  private final Messages messages;
  private final HttpFunction http;
  private final InstantSource clock;

  /// Configured by the environment variables `COMMENTS_TABLE`, `COMMENT_KEY_SECRET` and
  /// `CHALLENGE_MAX_NUMBER`, the difficulty until a moderator sets another.
  public ModerateComments() {
    this(new Aws(Settings.fromEnvironment()));
    Priming.beforeSnapshot(this, Settings.fromEnvironment(), ModerateComments::new);
  }

  private ModerateComments(Aws aws) {
    this(
        Site.of(Edition.load(), aws.settings()),
        aws.table("COMMENTS_TABLE"),
        CommentKeys.secret(aws, InstantSource.system()),
        Long.parseLong(aws.setting("CHALLENGE_MAX_NUMBER")),
        InstantSource.system());
  }

  public ModerateComments(
      Site site, Table table, Supplier<CommentKeys> keys, long maxNumber, InstantSource clock) {
    this.queue = new ModerationQueue(table, clock);
    this.moderation = new Moderation(table, clock);
    this.erasure = new Erasure(table, keys, clock);
    this.policy = new PolicyApi(table, maxNumber, clock);
    this.lists = new CommentListApi(queue, new PersonsComments(table, keys), table);
    this.bans = new BanApi(new Bans(table, keys, clock), clock);
    this.replies = new ReplyApi(new Replying(table, site.mail(), clock));
    this.digests = new Digests(table, site.edition().timeZone(), clock);
    this.digestApi = new DigestApi(site.mail(), table, new Ids(clock), clock);
    this.mail = site.mail();
    this.messages = site.messages();
    this.clock = clock;
    this.http =
        HttpFunction.of(site.messages(), this::route)
            .requiring(MODERATORS)
            .admitting("POST /api/comments/replies", MODERATORS, EDITORS)
            .admitting("PUT /api/comments/replies", MODERATORS, EDITORS)
            .admitting("DELETE /api/comments/replies", MODERATORS, EDITORS)
            .taking("GET /api/comments", "status", "article", "flag", "person", "limit", "cursor")
            .taking("GET /api/comments/bans", "limit", "cursor");
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
    var oldest = queue.oldestPending();
    oldest
        .map(since -> Duration.between(since, clock.instant()))
        .ifPresent(waited -> Log.number("OldestPendingHours", waited.toMinutes() / 60.0));
    if (mail) {
      oldest.ifPresent(digests::oweIfDue);
    }
  }

  private Response route(Request request) {
    var name = request.requireGroup(MODERATORS, EDITORS);
    return switch (request.route()) {
      case "GET /api/comments" -> lists.answer(request);
      case "POST /api/comments/decisions" -> decide(request, name);
      case "POST /api/comments/erasures" -> erase(request, name);
      case "GET /api/comments/policy" -> policy.read();
      case "PUT /api/comments/policy" -> policy.write(request, name);
      case "GET /api/comments/bans" -> bans.list(request);
      case "POST /api/comments/bans" -> bans.ban(request, name);
      case "DELETE /api/comments/bans" -> bans.lift(request, name);
      case "GET /api/comments/digest" -> digestApi.read(name);
      case "PUT /api/comments/digest" -> digestApi.subscribe(request, name);
      case "DELETE /api/comments/digest" -> digestApi.end(name);
      case "POST /api/comments/replies" -> replies.give(request, name);
      case "PUT /api/comments/replies" -> replies.edit(request, name);
      case "DELETE /api/comments/replies" -> replies.withdraw(request, name);
      default -> throw new RefusedRequest(Problem.of(404));
    };
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
    fields.refuseFaults();
    var erased = erasure.erase(email, moderator);
    var answer = new LinkedHashMap<String, Object>();
    answer.put("erased", erased.comments());
    answer.put("more", erased.more());
    return Response.json(200, answer);
  }
}
