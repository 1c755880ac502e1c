package news.nashra.comments.submit;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static news.nashra.comments.CommentsTable.HASH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.comments.MovableClock;
import news.nashra.comments.moderation.Erasure;
import news.nashra.comments.moderation.Moderation;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.proof.Question;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.proof.Solver;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Form;
import news.nashra.core.http.Json;
import news.nashra.local.aws.LocalAws;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class SubmitCommentTest {
  private final MovableClock clock = new MovableClock();
  private final Questions questions = new Questions(HASH, Messages.of("ar"), clock);
  private final Challenges challenges = new Challenges(HASH, 100, clock);
  private LocalAws aws;
  private Table table;
  private SubmitComment function;

  @BeforeEach
  void start() {
    aws = LocalAws.inMemory();
    table = CommentsTable.create(aws, aws.dynamoDb());
    function =
        new SubmitComment(
            Site.of(Edition.load(), "https://x.example"), table, HASH, 100, new Ids(clock), clock);
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void aRetryReturnsTheSameReferenceUntilTheCommentIsErased() {
    var comment = new LinkedHashMap<String, Object>(fields());
    comment.put("termsAccepted", true);
    comment.put("altcha", Solver.payload(Solver.solve(challenges.issue(ARTICLE))));
    var first = post(Json.write(comment), "application/json");
    assertThat(first.status()).isEqualTo(202);
    assertThat(post(Json.write(comment), "application/json")).isEqualTo(first);
    new Erasure(table, HASH).erase("reader@example.com");
    var late = post(Json.write(comment), "application/json");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("\"altcha\"", Messages.of("ar").say("error.challenge.spent"));
    assertThat(stored()).isZero();
  }

  @Test
  void aWrongAnswerSpendsTheQuestion() {
    var question = questions.ask(ARTICLE);
    var form = answering(question, "صفر");
    assertThat(form(form).status()).isEqualTo(422);
    form.put("answer", right(question));
    var late = form(form);
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains(Messages.of("ar").say("error.challenge.spent"));
    assertThat(stored()).isZero();
  }

  @Test
  void aRightAnswerMayBeSentAgainEvenAfterAWrongOne() {
    var question = questions.ask(ARTICLE);
    var right = answering(question, right(question));
    var first = form(right);
    assertThat(first.status()).isEqualTo(303);
    assertThat(form(answering(question, "صفر")).status()).isEqualTo(422);
    assertThat(form(right)).isEqualTo(first);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aFieldThatTheFormDoesNotHaveIsNamed() {
    var form = fields();
    form.put("<b>colour", "red");
    var answer = form(form);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("<bdi>&lt;b&gt;colour</bdi>: " + Messages.of("ar").say("error.unknownField"))
        .contains("قال <b>هذا</b>".replace("<", "&lt;").replace(">", "&gt;"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCommentOnAClosedArticleCanBeCopied(boolean withdrawn) {
    CommentsTable.thread(table, false, withdrawn);
    var question = questions.ask(ARTICLE);
    var answer = form(answering(question, right(question)));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body())
        .contains("readonly dir=\"auto\">\nرأي\n\nقال &lt;b&gt;هذا&lt;/b&gt;</textarea>")
        .doesNotContain("<form");
    assertThat(answer.body().contains("href=\"/2026/03/01/x/\"")).isNotEqualTo(withdrawn);
  }

  @Test
  void aVocalisedCommentOfTheFullLengthIsAccepted() {
    var question = questions.ask(ARTICLE);
    var form = answering(question, right(question));
    form.put("body", "سَّ".repeat(CommentLimits.BODY));
    assertThat(form(form).status()).isEqualTo(303);
    form.put("body", "a".repeat(40_000));
    assertThat(form(form).status()).isEqualTo(413);
  }

  @Test
  void aPublishedCommentDisappearsWithItsArticle() {
    var comment = CommentsTable.sentAt(clock.instant());
    CommentsTable.put(table, comment);
    assertThat(status(comment, "TEXT/HTML").body()).contains("href=\"/2026/03/01/x/\"");
    new Moderation(table, clock)
        .decide(
            List.of(
                new Moderation.Request(
                    ARTICLE, comment.id(), Decision.APPROVE, Optional.empty(), Optional.empty())),
            "m");
    assertThat(Json.read(status(comment, "*/*").body()).path("url").asText())
        .isEqualTo("/2026/03/01/x/#comment-" + comment.id());
    CommentsTable.thread(table, false, true);
    assertThat(Json.read(status(comment, "*/*").body()))
        .isEqualTo(
            Json.read(
                "{\"reference\": \"" + comment.reference() + "\", \"status\": \"published\"}"));
    assertThat(status(comment, "text/html").body())
        .contains(Messages.of("ar").say("comments.status.withdrawn"))
        .doesNotContain("/2026/03/01/x/");
  }

  private record Answer(int status, String location, String body) {}

  private static Map<String, String> fields() {
    return new LinkedHashMap<>(
        Map.of(
            "name", "قارئة",
            "email", "reader@example.com",
            "title", "رأي",
            "body", "قال <b>هذا</b>",
            "termsAccepted", "true"));
  }

  private static Map<String, String> answering(Question question, String answer) {
    var fields = fields();
    fields.put("question", question.token());
    fields.put("answer", answer);
    return fields;
  }

  /// Finds the right answer by trying all of them, without spending the question.
  private String right(Question question) {
    for (int n = 2; ; n++) {
      var words = new Proof.Words(question.token(), Integer.toString(n));
      if (questions.check(words, ARTICLE) instanceof ProofResult.Valid) {
        return words.answer();
      }
    }
  }

  private Answer form(Map<String, String> fields) {
    return post(
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&")),
        Form.MEDIA_TYPE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Answer post(String body, String type) {
    return call(
        Map.of(
            "routeKey",
            "POST /api/articles/{id}/comments",
            "headers",
            Map.of("content-type", type),
            "pathParameters",
            Map.of("id", ARTICLE),
            "body",
            body));
  }

  private Answer status(Comment comment, String accept) {
    return call(
        Map.of(
            "routeKey", "GET /api/comments/{reference}",
            "headers", Map.of("accept", accept),
            "pathParameters", Map.of("reference", comment.reference())));
  }

  private Answer call(Map<String, Object> event) {
    var out = new ByteArrayOutputStream();
    try {
      var in = new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8));
      function.handleRequest(in, out, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    JsonNode answer = Json.read(out.toString(StandardCharsets.UTF_8));
    return new Answer(
        answer.path("statusCode").asInt(),
        answer.at("/headers/location").asText(),
        answer.path("body").asText());
  }

  private int stored() {
    return table.beginningWith("ARTICLE#" + ARTICLE, "COMMENT#", 100).size();
  }
}
