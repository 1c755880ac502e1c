package news.nashra.comments;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.proof.Solver;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.aws.Secret;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Rehearses the rotation of the comment key as `docs/operations.md` describes it. Each step is
/// another text of the secret, which running functions see at most [Secret#MAX_AGE] later.
@NullUnmarked
class KeyRotationTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String OLD = "old0old0old0old0old0old0old0old0old0old0";
  private static final String NEW = "new1new1new1new1new1new1new1new1new1new1";
  private static final long DIFFICULTY = 50;

  /// Before; the new key is known; it signs; the old one is forgotten.
  private static final String BEFORE = OLD;

  private static final String FIRST = OLD + " " + NEW;
  private static final String SECOND = NEW + " " + OLD;
  private static final String LAST = NEW;

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private Table table;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
  }

  @Test
  void aReferenceIsValidUntilItsKeyIsForgotten() {
    var reference = send(BEFORE, challenge(BEFORE), 1).expect(202).json().path("reference");
    for (var secret : new String[] {BEFORE, FIRST, SECOND}) {
      status(secret, reference.asText()).expect(200);
    }
    assertThat(status(LAST, reference.asText()).status()).isEqualTo(404);
  }

  /// Until the last function has read the secret again, functions of two steps serve at once.
  @Test
  void whatOneStepSignsTheNextOneAccepts() {
    var steps = new String[] {BEFORE, FIRST, SECOND, LAST};
    for (int i = 0; i < steps.length - 1; i++) {
      var older = steps[i];
      var newer = steps[i + 1];
      if (!newer.equals(LAST)) {
        send(newer, challenge(older), 10 * i).expect(202);
      }
      send(older, challenge(newer), 10 * i + 1).expect(202);
      clock.move(Duration.ofMinutes(10));
    }
  }

  /// One function serves all the time; nothing is deployed.
  @Test
  void aRunningFunctionFollowsARotation() {
    var text = new AtomicReference<>(BEFORE);
    var secret = new Secret<>("CommentKey", text::get, CommentKeys::read, clock);
    var function = CommentsTable.submission(table, secret, DIFFICULTY, clock);
    var old = send(function, challenge(function), 1).expect(202).json().path("reference").asText();
    for (var step : List.of(FIRST, SECOND)) {
      text.set(step);
      clock.move(Secret.MAX_AGE);
      var reference = send(function, challenge(function), step.hashCode());
      status(function, reference.expect(202).json().path("reference").asText()).expect(200);
      status(function, old).expect(200);
    }
    var last = send(function, challenge(function), 2).expect(202).json().path("reference").asText();
    text.set(LAST);
    clock.move(Secret.MAX_AGE);
    assertThat(status(function, old).status()).isEqualTo(404);
    status(function, last).expect(200);
  }

  @Test
  void aQuestionThatTheOldKeyAskedIsAnswered() {
    var messages = Messages.load("ar");
    var asked = new Questions(() -> CommentKeys.read(FIRST), messages, clock).ask(ARTICLE);
    var after = new Questions(() -> CommentKeys.read(SECOND), messages, clock);
    var forgotten = new Questions(() -> CommentKeys.read(LAST), messages, clock);
    assertThat(rightAnswers(after, asked.token())).isEqualTo(1);
    assertThat(rightAnswers(forgotten, asked.token())).isZero();
  }

  @Test
  void anErasureFindsCommentsOfBothKeysAndTheMarksOfTheirTexts() {
    send(BEFORE, challenge(BEFORE), 1).expect(202);
    send(SECOND, challenge(SECOND), 2).expect(202);
    assertThat(erase(SECOND).path("erased").asInt()).isEqualTo(2);
    // The same texts are new: their marks are gone, whichever key made them.
    send(BEFORE, challenge(BEFORE), 1).expect(202);
    send(SECOND, challenge(SECOND), 2).expect(202);
    assertThat(stored()).isEqualTo(2);
  }

  @Test
  void aForgottenKeyHidesItsCommentsFromAnErasure() {
    send(BEFORE, challenge(BEFORE), 1).expect(202);
    assertThat(erase(LAST).path("erased").asInt()).isZero();
    assertThat(erase(SECOND).path("erased").asInt()).isEqualTo(1);
  }

  @Test
  void theSecretHoldsOneToFourLongKeys() {
    assertThat(CommentKeys.read(" " + NEW + "\n" + OLD + "\n").all()).hasSize(2);
    for (var secret : new String[] {"", "short", OLD + " short", (OLD + " ").repeat(5)}) {
      assertThatThrownBy(() -> CommentKeys.read(secret))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static long rightAnswers(Questions questions, String token) {
    long right = 0;
    for (int n = 2; n <= 10; n++) {
      var result = questions.check(new Proof.Words(token, Integer.toString(n)), ARTICLE);
      right += result instanceof ProofResult.Valid ? 1 : 0;
    }
    return right;
  }

  private String challenge(String secret) {
    return challenge(of(secret));
  }

  private static String challenge(SubmitComment function) {
    var answer =
        HttpEvent.of("GET /api/comments/challenge").query("article", ARTICLE).sendTo(function);
    var challenge = new LinkedHashMap<String, Object>();
    answer.expect(200).json().properties().forEach(e -> challenge.put(e.getKey(), e.getValue()));
    return Solver.payload(Solver.solve(challenge));
  }

  private HttpAnswer send(String secret, String proof, int number) {
    return send(of(secret), proof, number);
  }

  private static HttpAnswer send(SubmitComment function, String proof, int number) {
    var comment =
        Map.of(
            "name",
            "قارئة",
            "email",
            "reader@example.com",
            "title",
            "رأي",
            "body",
            "تعليق " + number,
            "termsAccepted",
            true,
            "altcha",
            proof);
    return HttpEvent.of("POST /api/articles/{id}/comments")
        .path("id", ARTICLE)
        .json(Json.write(comment))
        .sendTo(function);
  }

  private HttpAnswer status(String secret, String reference) {
    return status(of(secret), reference);
  }

  private static HttpAnswer status(SubmitComment function, String reference) {
    return HttpEvent.of("GET /api/comments/{reference}")
        .path("reference", reference)
        .sendTo(function);
  }

  private JsonNode erase(String secret) {
    var moderation =
        new ModerateComments(
            CommentsTable.SITE, table, () -> CommentKeys.read(secret), DIFFICULTY, clock);
    return HttpEvent.of("POST /api/comments/erasures")
        .as("moderators")
        .json("{\"email\": \"Reader@Example.com\"}")
        .sendTo(moderation)
        .expect(200)
        .json();
  }

  private SubmitComment of(String secret) {
    return CommentsTable.submission(table, () -> CommentKeys.read(secret), DIFFICULTY, clock);
  }

  private int stored() {
    return table.beginningWith("ARTICLE#" + ARTICLE, "COMMENT#", 100).size();
  }
}
