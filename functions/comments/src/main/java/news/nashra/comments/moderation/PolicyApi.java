package news.nashra.comments.moderation;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.policy.StoredPolicy;
import news.nashra.comments.policy.SubmissionPolicy;
import news.nashra.core.Instants;
import news.nashra.core.Log;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Json;
import news.nashra.core.http.Request;
import news.nashra.core.http.Response;

/// `GET` and `PUT /api/comments/policy`: what comments must pass, in force for all of them within
/// [news.nashra.comments.policy.CurrentPolicy#MAX_AGE]. Thread-safe.
record PolicyApi(Table comments, long standardDifficulty, InstantSource clock) {
  private static final int MAX_BODY_BYTES = 4 * 1024;
  private static final int MAX_WORD_LENGTH = 400;
  private static final String OPEN = "open";
  private static final String CLOSED = "closed";

  /// Fields of an answer that a request may repeat.
  private static final List<String> ANSWER_ONLY = List.of("changedBy", "changedAt");

  Response read() {
    var stored = StoredPolicy.find(comments);
    var policy =
        stored.map(StoredPolicy::policy).orElse(SubmissionPolicy.standard(standardDifficulty));
    return Response.json(200, json(policy, stored));
  }

  /// @param moderator the user name
  Response write(Request request, String moderator) {
    var fields = new Fields(Json.body(request, MAX_BODY_BYTES));
    fields.ignore(ANSWER_ONLY);
    var policy = new SubmissionPolicy(difficulty(fields), questions(fields), open(fields));
    fields.refuseFaults();
    var stored = new StoredPolicy(policy, moderator, Instants.now(clock));
    stored.put(comments);
    var json = json(policy, Optional.of(stored));
    Log.info("comment policy changed", json);
    return Response.json(200, json);
  }

  private static long difficulty(Fields fields) {
    require(fields, "difficulty");
    long least = SubmissionPolicy.MIN_DIFFICULTY;
    long most = SubmissionPolicy.MAX_DIFFICULTY;
    var difficulty = fields.number("difficulty");
    if (difficulty.filter(n -> n < least || n > most).isPresent()) {
      fields.fault("difficulty", "error.badDifficulty", least, most);
    }
    return difficulty.orElse(most);
  }

  private static boolean questions(Fields fields) {
    require(fields, "questions");
    return fields.flag("questions").orElse(false);
  }

  private static boolean open(Fields fields) {
    var word = fields.requiredLine("comments", MAX_WORD_LENGTH);
    if (!word.isEmpty() && !List.of(OPEN, CLOSED).contains(word)) {
      fields.fault("comments", "error.badCommentsSwitch", OPEN, CLOSED);
    }
    return word.equals(OPEN);
  }

  private static void require(Fields fields, String name) {
    if (!fields.has(name)) {
      fields.fault(name, "error.required");
    }
  }

  private static Map<String, Object> json(SubmissionPolicy policy, Optional<StoredPolicy> stored) {
    var json = new LinkedHashMap<String, Object>();
    json.put("difficulty", policy.difficulty());
    json.put("questions", policy.questions());
    json.put("comments", policy.open() ? OPEN : CLOSED);
    stored.ifPresent(s -> {
      json.put("changedBy", s.by());
      json.put("changedAt", Instants.format(s.at()));
    });
    return json;
  }
}
