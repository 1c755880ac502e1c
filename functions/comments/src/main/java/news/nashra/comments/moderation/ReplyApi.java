package news.nashra.comments.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentLimits;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// `POST`, `PUT` and `DELETE /api/comments/replies`: what the newspaper replies to a comment.
/// Thread-safe.
record ReplyApi(Replying replies) {
  private static final int MAX_BODY_BYTES = 32 * 1024;

  /// @param by the user name of who replies
  Response give(Request request, String by) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var target = CommentTarget.read(fields);
    var body = fields.requiredLines("body", CommentLimits.REPLY);
    fields.refuseFaults();
    return answer(target, replies.give(target, body, by));
  }

  Response edit(Request request, String by) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var target = CommentTarget.read(fields);
    var body = fields.requiredLines("body", CommentLimits.REPLY);
    long revision = requiredRevision(fields);
    fields.refuseFaults();
    return answer(target, replies.edit(target, revision, body, by));
  }

  Response withdraw(Request request, String by) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    var target = CommentTarget.read(fields);
    long revision = requiredRevision(fields);
    fields.refuseFaults();
    return answer(target, replies.withdraw(target, revision, by));
  }

  private static long requiredRevision(Fields fields) {
    if (!fields.has("revision")) {
      fields.fault("revision", "error.required");
    }
    return CommentTarget.revision(fields).orElse(0L);
  }

  private static Response answer(CommentTarget target, ReplyResult result) {
    return switch (result) {
      case ReplyResult.Done done ->
          Response.json(done.created() ? 201 : 200, json(target, done.comment()));
      case ReplyResult.NoComment none -> throw refused(404, "problem.404.comment");
      case ReplyResult.NoReply none -> throw refused(404, "problem.404.reply");
      case ReplyResult.NotShown hidden -> throw refused(409, "problem.409.notShown");
      case ReplyResult.RepliedOtherwise other -> throw refused(409, "problem.409.replied");
      case ReplyResult.Stale stale -> throw refused(412, "problem.412.comment");
    };
  }

  private static RefusedRequest refused(int status, String detail) {
    return new RefusedRequest(Problem.of(status, detail));
  }

  private static Map<String, Object> json(CommentTarget target, Comment comment) {
    var json = new LinkedHashMap<String, Object>();
    json.put("articleId", target.articleId());
    json.put("commentId", target.commentId());
    json.put("revision", comment.revision());
    CommentJson.putReply(json, comment);
    return json;
  }
}
