package news.nashra.comments.moderation;

import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.comments.Comment;
import news.nashra.comments.Replies;
import news.nashra.core.Instants;
import news.nashra.core.Phrases;

/// Comments and decisions as JSON for moderators.
final class CommentJson {
  private CommentJson() {}

  static Map<String, Object> comment(Comment comment) {
    var json = new LinkedHashMap<String, Object>();
    json.put("articleId", comment.articleId());
    json.put("commentId", comment.id());
    json.put("revision", comment.revision());
    json.put("name", comment.author().name());
    json.put("email", comment.author().email());
    json.put("title", comment.text().title());
    json.put("body", comment.text().body());
    json.put("submittedAt", Instants.format(comment.submittedAt()));
    json.put("status", comment.status().word());
    json.put("terms", comment.submission().terms());
    if (comment.submission().wantsMail()) {
      json.put("notify", true);
    }
    json.put("flags", comment.review().flags());
    json.put("history", comment.review().history().stream().map(CommentJson::decision).toList());
    putReply(json, comment);
    return json;
  }

  /// Adds the newspaper's reply, and every version that it has had.
  static void putReply(Map<String, Object> json, Comment comment) {
    var replies = comment.replies();
    replies.current().ifPresent(current -> json.put("reply", version(current)));
    if (!replies.versions().isEmpty()) {
      json.put("replyHistory", replies.versions().stream().map(CommentJson::version).toList());
    }
  }

  private static Map<String, Object> version(Replies.Version version) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", Instants.format(version.at()));
    json.put("by", version.by());
    version.body().ifPresent(body -> json.put("body", body));
    return json;
  }

  static Map<String, Object> result(
      Moderation.Request request, Moderation.Result result, Phrases phrases) {
    var json = new LinkedHashMap<String, Object>();
    json.put("articleId", request.articleId());
    json.put("commentId", request.commentId());
    switch (result) {
      case Moderation.Result.Decided decided -> put(json, 200, decided.comment());
      case Moderation.Result.NoComment none -> json.put("status", 404);
      case Moderation.Result.DecidedOtherwise other -> put(json, 409, other.comment());
      case Moderation.Result.Stale stale -> put(json, 412, stale.comment());
    }
    if (!(result instanceof Moderation.Result.Decided)) {
      json.put("detail", phrases.get("decision." + json.get("status")));
    }
    return json;
  }

  /// The current status of the comment, whoever decided it.
  private static void put(Map<String, Object> json, int status, Comment comment) {
    json.put("status", status);
    json.put("commentStatus", comment.status().word());
    json.put("revision", comment.revision());
  }

  private static Map<String, Object> decision(Comment.PastDecision decided) {
    var json = new LinkedHashMap<String, Object>();
    json.put("at", Instants.format(decided.at()));
    json.put("by", decided.by());
    json.put("decision", decided.decision().word());
    if (!decided.reason().isEmpty()) {
      json.put("reason", decided.reason());
    }
    return json;
  }
}
