package news.nashra.comments.submit;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static news.nashra.comments.CommentsTable.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.comments.ShownComments;
import news.nashra.comments.moderation.Erasure;
import news.nashra.comments.moderation.Moderation;
import news.nashra.comments.proof.Challenges;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.proof.Question;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.proof.Solver;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.core.http.Form;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.CaseFile;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class SubmitCommentTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private final Questions questions = new Questions(() -> KEYS, Messages.load("ar"), clock);
  private final Challenges challenges = new Challenges(() -> KEYS, clock);
  private Table table;
  private SubmitComment function;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    function = CommentsTable.submission(table, () -> KEYS, 100, clock);
  }

  @Test
  void aRetryReturnsTheSameReferenceUntilTheCommentIsErased() {
    var comment = new LinkedHashMap<String, Object>(fields());
    comment.put("termsAccepted", true);
    comment.put("altcha", Solver.payload(Solver.solve(challenges.issue(ARTICLE, 100))));
    var first = post(Json.write(comment), "application/json");
    assertThat(first.status()).isEqualTo(202);
    assertThat(post(Json.write(comment), "application/json")).isEqualTo(first);
    new Erasure(table, () -> KEYS, clock).erase("reader@example.com", "m");
    var late = post(Json.write(comment), "application/json");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body())
        .contains("\"altcha\"", Messages.load("ar").get("error.challenge.spent"));
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
    assertThat(late.body()).contains(Messages.load("ar").get("error.challenge.spent"));
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
        .contains("<bdi>&lt;b&gt;colour</bdi>: " + Messages.load("ar").get("error.unknownField"))
        .contains("قال <b>هذا</b>".replace("<", "&lt;").replace(">", "&gt;"));
  }

  @ParameterizedTest
  @MethodSource("returnedTexts")
  void aRefusedFormGivesTheTextBackToTheLetter(String text) {
    var form = fields();
    form.remove("termsAccepted");
    form.put("title", text.replace("\n", ""));
    form.put("body", text.replace("\n", "\r\n"));
    for (int round = 1; round <= 10; round++) {
      var answer = form(form);
      assertThat(answer.status()).isEqualTo(422);
      var page = Jsoup.parse(answer.body());
      var body = page.expectFirst("#comment-body").wholeText();
      var title = page.expectFirst("#comment-title").attr("value");
      assertThat(body).as("round " + round).isEqualTo(text);
      assertThat(title).as("round " + round).isEqualTo(text.replace("\n", ""));
      // As a browser sends it.
      form.put("title", title);
      form.put("body", body.replace("\n", "\r\n"));
    }
  }

  private static Stream<Arguments> returnedTexts() {
    return CaseFile.read("returned-texts.txt", 1);
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
        .isEqualTo("/2026/03/01/x/comments/1/#comment-" + comment.id());
    CommentsTable.thread(table, false, true);
    assertThat(Json.read(status(comment, "*/*").body()))
        .isEqualTo(
            Json.read(
                "{\"reference\": \"" + comment.reference() + "\", \"status\": \"published\"}"));
    assertThat(status(comment, "text/html").body())
        .contains(Messages.load("ar").get("comments.status.withdrawn"))
        .doesNotContain("/2026/03/01/x/");
  }

  /// An answer at once would teach a sender of spam which words are banned.
  @Test
  void aCommentThatTheScreeningRejectedIsPendingForHours() {
    var sent = CommentsTable.sentAt(clock.instant());
    var rejected =
        new Comment(
            sent.articleId(),
            sent.id(),
            sent.author(),
            sent.text(),
            sent.submission(),
            Comment.Status.REJECTED,
            sent.review());
    CommentsTable.put(table, rejected);
    assertThat(publicStatus(rejected)).isEqualTo("pending");
    assertThat(status(rejected, "text/html").body())
        .contains(Messages.load("ar").get("comments.status.pending"));
    clock.move(Comment.SCREENING_SECRET_FOR.minusSeconds(1));
    assertThat(publicStatus(rejected)).isEqualTo("pending");
    clock.move(Duration.ofSeconds(1));
    assertThat(publicStatus(rejected)).isEqualTo("declined");
  }

  @Test
  void aModeratorsDecisionIsToldAtOnce() {
    var comment = CommentsTable.sentAt(clock.instant());
    CommentsTable.put(table, comment);
    decide(comment, Decision.REJECT);
    assertThat(publicStatus(comment)).isEqualTo("declined");
    decide(comment, Decision.UNDO);
    assertThat(publicStatus(comment)).isEqualTo("pending");
  }

  /// Anybody may ask, so an answer does not read all comments of an article.
  @ParameterizedTest
  @CsvSource({
    "0, 0, /2026/03/01/x/comments/1/#",
    "60, 49, /2026/03/01/x/comments/1/#",
    "60, 50, /2026/03/01/x/comments/2/#",
    "50, 499, /2026/03/01/x/comments/10/#",
    "9, 500, /2026/03/01/x/#",
    "10, 500, /2026/03/01/x/"
  })
  void aReferenceFindsThePageOfItsComment(int newer, int older, String address) {
    var comment = CommentsTable.sentAt(clock.instant());
    var approved =
        comment.after(new Comment.PastDecision(clock.instant(), "m", Decision.APPROVE, ""));
    var shown = new ArrayList<Comment>(List.of(approved));
    for (int i = 1; i <= newer + older; i++) {
      long seconds = i <= newer ? i : newer - i;
      var other = CommentsTable.sentAt(clock.instant().plusSeconds(seconds));
      shown.add(other.after(new Comment.PastDecision(clock.instant(), "m", Decision.APPROVE, "")));
    }
    CommentsTable.put(table, approved);
    for (int from = 0; from < shown.size(); from += 100) {
      var transaction = new Transaction();
      shown
          .subList(from, Math.min(from + 100, shown.size()))
          .forEach(one -> ShownComments.write(one, table, transaction));
      table.commit(transaction);
    }
    var url = status(comment, "*/*").json().path("url").asText();
    assertThat(url)
        .isEqualTo(address.endsWith("#") ? address + "comment-" + comment.id() : address);
  }

  private String publicStatus(Comment comment) {
    return status(comment, "*/*").json().path("status").asText();
  }

  private void decide(Comment comment, Decision decision) {
    new Moderation(table, clock)
        .decide(
            List.of(
                new Moderation.Request(
                    ARTICLE, comment.id(), decision, Optional.empty(), Optional.empty())),
            "m");
  }

  @Test
  void aFormWithoutAProofIsAskedToComeBackWhileTheTableIsDown() {
    var environment = new HashMap<>(SERVICES.environment());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
    environment.put("COMMENTS_TABLE", "comments");
    var away = new Aws(new Settings(environment)).table("COMMENTS_TABLE");
    function = CommentsTable.submission(away, () -> KEYS, 100, clock);
    var answer = form(fields());
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
    assertThat(answer.body()).contains("قال &lt;b&gt;هذا&lt;/b&gt;");
  }

  @Test
  void aFormComesBackWithTheLinesThatWereWritten() {
    var form = fields();
    form.put("body", "سطر\r\nوسطر ");
    form.put("title", "رأي\nآخر"); // a field of one line holds no break
    var answer = form(form);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(">\nسطر\nوسطر </textarea>", "value=\"رأي آخر\"");
  }

  @Test
  void aPageAboutNoArticleIsNotTitledAsTheHomepage() {
    CommentsTable.thread(table, false, true);
    var name = Messages.load("ar").get("comments.refused");
    assertThat(form(fields()).body())
        .contains("<title>" + name + " · نشرة</title>")
        .doesNotContain("aria-current=\"page\"");
  }

  @Test
  void bothMediaTypesOfACommentAreNamed() {
    var answer = post("{}", "text/plain");
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().path("detail").asText())
        .contains("application/json", "application/x-www-form-urlencoded");
  }

  @Test
  void onlyTheStatusPageMayHaveParametersThatOthersAdd() {
    var comment = CommentsTable.sentAt(clock.instant());
    CommentsTable.put(table, comment);
    assertThat(status(comment, "text/html", "fbclid").status()).isEqualTo(200);
    var refused = status(comment, "*/*", "fbclid");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo("fbclid");
  }

  @Test
  void consentOfAnotherTypeHasOneError() {
    var comment = new LinkedHashMap<String, Object>(fields());
    comment.put("altcha", "e30=");
    var answer = post(Json.write(comment), "application/json");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().path("errors")).hasSize(1);
    assertThat(answer.body())
        .contains(
            "{\"field\":\"termsAccepted\",\"message\":\""
                + Messages.load("ar").get("error.wrongType.flag")
                + "\"}");
  }

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

  private HttpAnswer form(Map<String, String> fields) {
    return post(
        fields.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&")),
        Form.MEDIA_TYPE);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpAnswer post(String body, String type) {
    return HttpEvent.of("POST /api/articles/{id}/comments")
        .path("id", ARTICLE)
        .body(type, body)
        .sendTo(function);
  }

  private HttpAnswer status(Comment comment, String accept, String... parameters) {
    var request =
        HttpEvent.of("GET /api/comments/{reference}")
            .header("accept", accept)
            .path("reference", comment.reference());
    for (var name : parameters) {
      request.query(name, "1");
    }
    return request.sendTo(function);
  }

  private int stored() {
    return table.beginningWith("ARTICLE#" + ARTICLE, "COMMENT#", 100).size();
  }
}
