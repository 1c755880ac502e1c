package news.nashra.comments.policy;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static news.nashra.comments.CommentsTable.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.proof.Solver;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Form;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.CaseFile;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The flood switch, from the moderator's request to the reader's answer.
@NullUnmarked
class PolicyTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final long STANDARD = 100;

  private final Messages messages = Messages.load("ar");
  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final Challenges challenges = new Challenges(() -> KEYS, clock);
  private final Questions questions = new Questions(() -> KEYS, messages, clock);
  private Table table;
  private ModerateComments moderation;
  private SubmitComment submission;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    moderation = new ModerateComments(CommentsTable.SITE, table, () -> KEYS, STANDARD, clock);
    submission = CommentsTable.submission(table, () -> KEYS, STANDARD, clock);
  }

  @Test
  void withoutAnItemTheParameterOfTheTemplateHolds() {
    assertThat(read().expect(200).json())
        .isEqualTo(Json.read("{\"difficulty\": 100, \"questions\": true, \"comments\": \"open\"}"));
    assertThat(challenge().json().path("maxnumber").asLong()).isEqualTo(STANDARD);
  }

  @Test
  void aChangeNamesWhoMadeItAndMayBeSentBackAsItWasAnswered() {
    var changed = set(5000, false, "closed").expect(200).json();
    assertThat(changed)
        .isEqualTo(
            Json.read(
                """
                {"difficulty": 5000, "questions": false, "comments": "closed",
                 "changedBy": "salma", "changedAt": "2026-02-23T08:00:00.000Z"}
                """));
    assertThat(read().json()).isEqualTo(changed);
    assertThat(put(changed.toString()).expect(200).json()).isEqualTo(changed);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void anInvalidPolicyNamesEachFault(String body, String fields) {
    var answer = put(body).expect(422);
    var named = answer.wrongFields();
    assertThat(named).containsExactlyInAnyOrder(fields.split(" "));
    assertThat(read().json().has("changedBy")).isFalse();
  }

  private static Stream<Arguments> refused() {
    return CaseFile.read("policies-refused.txt", 2);
  }

  @Test
  void onlyModeratorsReadAndSetIt() {
    for (var method : new String[] {"GET", "PUT"}) {
      var request = HttpEvent.of(method + " /api/comments/policy").as("editors").json("{}");
      assertThat(request.sendTo(moderation).status()).isEqualTo(403);
    }
  }

  @Test
  void aHigherDifficultyHoldsWithinHalfAMinute() {
    challenge().expect(200);
    set(5000, true, "open").expect(200);
    clock.move(CurrentPolicy.MAX_AGE.minusMillis(1));
    assertThat(challenge().json().path("maxnumber").asLong()).isEqualTo(STANDARD);
    clock.move(CurrentPolicy.MAX_AGE);
    assertThat(challenge().json().path("maxnumber").asLong()).isEqualTo(5000);
  }

  @Test
  void commentsAreClosedOnAllArticles() {
    var solved = Solver.payload(Solver.solve(challenges.issue(ARTICLE, STANDARD)));
    set(STANDARD * 10, true, "closed").expect(200);
    var detail = messages.get("problem.409.closedEverywhere");
    assertThat(challenge().expect(409).body()).contains(detail);
    var comment = new LinkedHashMap<String, Object>(fields());
    comment.put("termsAccepted", true);
    comment.put("altcha", solved);
    var json = Json.write(comment);
    assertThat(post("application/json", json).expect(409).body()).contains(detail);
    var page = post(Form.MEDIA_TYPE, encoded(fields())).expect(409);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.body()).contains(detail, "تعليق طويل").doesNotContain("<form");
    set(STANDARD * 10, true, "open").expect(200);
    clock.move(CurrentPolicy.MAX_AGE);
    assertThat(post("application/json", json).status()).isEqualTo(202);
  }

  @Test
  void withoutQuestionsAFormSaysThatItNeedsScript() {
    var question = questions.ask(ARTICLE);
    var asked = fields();
    asked.put("question", question.token());
    asked.put("answer", right(question.token()));
    set(STANDARD * 10, false, "open").expect(200);
    for (var fields : new Map[] {fields(), asked}) {
      var page = post(Form.MEDIA_TYPE, encoded(fields)).expect(422);
      assertThat(page.body())
          .contains(messages.get("problem.422.questionsOff"), "تعليق طويل")
          .doesNotContain("comment-question");
    }
    set(STANDARD * 10, true, "open").expect(200);
    clock.move(CurrentPolicy.MAX_AGE);
    assertThat(post(Form.MEDIA_TYPE, encoded(asked)).status()).isEqualTo(303);
  }

  @Test
  void anAnswerCountsTwiceInTheRateWindow() {
    assertThat(answerAQuestion(1).status()).isEqualTo(303);
    assertThat(answerAQuestion(2).status()).isEqualTo(303);
    var third = answerAQuestion(3);
    assertThat(third.status()).isEqualTo(429);
    assertThat(third.header("retry-after")).isEqualTo("600");
    assertThat(solve(4).status()).isEqualTo(202);
    assertThat(solve(5).status()).isEqualTo(429);
  }

  private HttpAnswer answerAQuestion(int number) {
    var fields = fields();
    var question = questions.ask(ARTICLE);
    fields.put("body", "تعليق " + number);
    fields.put("question", question.token());
    fields.put("answer", right(question.token()));
    return post(Form.MEDIA_TYPE, encoded(fields));
  }

  private HttpAnswer solve(int number) {
    var comment = new LinkedHashMap<String, Object>(fields());
    comment.put("body", "تعليق " + number);
    comment.put("termsAccepted", true);
    comment.put("altcha", Solver.payload(Solver.solve(challenges.issue(ARTICLE, STANDARD))));
    return post("application/json", Json.write(comment));
  }

  private String right(String token) {
    for (int n = 2; ; n++) {
      var words = new Proof.Words(token, Integer.toString(n));
      if (questions.check(words, ARTICLE) instanceof ProofResult.Valid) {
        return words.answer();
      }
    }
  }

  private static Map<String, String> fields() {
    return new LinkedHashMap<>(
        Map.of(
            "name", "قارئة",
            "email", "reader@example.com",
            "title", "رأي",
            "body", "تعليق طويل",
            "termsAccepted", "true"));
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpAnswer post(String type, String body) {
    return HttpEvent.of("POST /api/articles/{id}/comments")
        .path("id", ARTICLE)
        .header("cloudfront-viewer-address", "198.51.100.7:4711")
        .header(ClientAddresses.KEY_HEADER, CommentsTable.ORIGIN_KEY)
        .body(type, body)
        .sendTo(submission);
  }

  private HttpAnswer challenge() {
    return HttpEvent.of("GET /api/comments/challenge").query("article", ARTICLE).sendTo(submission);
  }

  private HttpAnswer read() {
    return HttpEvent.of("GET /api/comments/policy").as("moderators", "salma").sendTo(moderation);
  }

  private HttpAnswer set(long difficulty, boolean questionsOn, String comments) {
    return put(
        Json.write(
            Map.of("difficulty", difficulty, "questions", questionsOn, "comments", comments)));
  }

  private HttpAnswer put(String body) {
    return HttpEvent.of("PUT /api/comments/policy")
        .as("moderators", "salma")
        .json(body)
        .sendTo(moderation);
  }
}
