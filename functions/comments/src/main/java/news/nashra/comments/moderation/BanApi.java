package news.nashra.comments.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.bans.Ban;
import news.nashra.comments.bans.Bans;
import news.nashra.core.Instants;
import news.nashra.core.Log;
import news.nashra.core.http.Cursor;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// `GET`, `POST` and `DELETE /api/comments/bans`: senders whose comments are rejected for a time.
/// Thread-safe.
record BanApi(Bans bans, InstantSource clock) {
  private static final int MAX_BODY_BYTES = 16 * 1024;
  private static final int DEFAULT_PAGE_SIZE = 20;
  private static final int MAX_PAGE_SIZE = 100;
  private static final int MAX_WORD_LENGTH = 400;

  private static final Pattern POSITION =
      Pattern.compile("(?:[0-9A-HJKMNP-TV-Z]{26}#){2}(?:person|address)");

  Response list(Request request) {
    var before =
        request
            .query("cursor")
            .map(c -> Cursor.decode(request.list(), c, POSITION.asMatchPredicate()));
    var found = bans.list(before, request.limit(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE));
    var answer = new LinkedHashMap<String, Object>();
    answer.put("items", found.bans().stream().map(BanApi::json).toList());
    found.next().ifPresent(next -> answer.put("next", Cursor.encode(request.list(), next)));
    return Response.json(200, answer);
  }

  /// @param moderator the user name
  Response ban(Request request, String moderator) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var target = target(fields);
    var until = until(fields);
    var reason = fields.requiredLine("reason", CommentLimits.REASON);
    fields.refuseFaults();
    return switch (bans.ban(target, until, reason, moderator)) {
      case Bans.Result.Banned banned -> {
        Log.info("sender banned", json(banned.ban()));
        yield Response.json(banned.replaced() ? 200 : 201, json(banned.ban()));
      }
      case Bans.Result.NoComment none ->
          throw new RefusedRequest(Problem.of(404, "problem.404.comment"));
      case Bans.Result.UnknownAddress unknown ->
          throw new RefusedRequest(Problem.of(409, "problem.409.oldAddress"));
    };
  }

  /// @param moderator the user name
  Response lift(Request request, String moderator) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var target = target(fields);
    fields.refuseFaults();
    var lifted =
        bans.lift(target, moderator)
            .orElseThrow(() -> new RefusedRequest(Problem.of(404, "problem.404.ban")));
    var json = json(lifted);
    json.put("liftedBy", moderator);
    Log.info("ban lifted", json);
    return Response.json(200, json);
  }

  private static Bans.Target target(Fields fields) {
    var comment = CommentTarget.read(fields);
    var word = fields.requiredLine("by", MAX_WORD_LENGTH);
    var kind = Ban.Kind.find(word);
    if (!word.isEmpty() && kind.isEmpty()) {
      fields.fault("by", "error.badBanKind", String.join(", ", Ban.Kind.words()));
    }
    return new Bans.Target(comment.articleId(), comment.commentId(), kind.orElse(Ban.Kind.PERSON));
  }

  private Instant until(Fields fields) {
    var now = clock.instant();
    var word = fields.requiredLine("until", MAX_WORD_LENGTH);
    var until =
        Instants.find(word).filter(at -> at.isAfter(now) && !at.isAfter(now.plus(Ban.MAX_LENGTH)));
    if (!word.isEmpty() && until.isEmpty()) {
      fields.fault("until", "error.badBanEnd", Ban.MAX_LENGTH.toDays());
    }
    return until.orElse(now);
  }

  private static Map<String, Object> json(Ban ban) {
    var json = new LinkedHashMap<String, Object>();
    json.put("articleId", ban.articleId());
    json.put("commentId", ban.commentId());
    json.put("by", ban.sender().kind().word());
    json.put("until", Instants.format(ban.until()));
    json.put("reason", ban.origin().reason());
    json.put("bannedBy", ban.origin().by());
    json.put("bannedAt", Instants.format(ban.origin().at()));
    return json;
  }
}
