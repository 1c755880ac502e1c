package news.nashra.comments.submit;

import static news.nashra.comments.CommentsTable.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.core.aws.Secret;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Secrets Manager does not answer.
@NullUnmarked
class SecretOutageTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private boolean down;
  private String text = "k".repeat(48);

  private String read() {
    if (down) {
      throw SdkClientException.create("no answer");
    }
    return text;
  }

  private SubmitComment function() {
    var table = CommentsTable.with(SERVICES.dynamoDb());
    var secret = new Secret<>("CommentKey", this::read, CommentKeys::read, clock);
    return CommentsTable.submission(table, secret, 50, clock);
  }

  @Test
  void aFunctionThatHasTheSecretWorksOn() {
    var function = function();
    assertThat(challenge(function).status()).isEqualTo(200);
    down = true;
    clock.move(Secret.MAX_AGE);
    assertThat(challenge(function).status()).isEqualTo(200);
  }

  @Test
  void aFunctionThatNeverHadItAsksToTryAgain() {
    down = true;
    var function = function();
    assertRefused(challenge(function));
    down = false;
    clock.move(Duration.ofSeconds(5));
    assertThat(challenge(function).status()).isEqualTo(200);
  }

  /// It does not pass by itself, so it counts as a fault, and an alarm tells.
  @Test
  void aSecretWithoutAKeyIsAFaultUntilItIsMended() {
    text = "short";
    var function = function();
    assertThat(challenge(function).status()).isEqualTo(500);
    text = "k".repeat(48);
    clock.move(Duration.ofSeconds(5));
    assertThat(challenge(function).status()).isEqualTo(200);
  }

  /// The page of the refusal would ask a question, for which it needs the secret itself.
  @Test
  void theTextOfAReaderIsReturned() {
    down = true;
    var answer =
        HttpEvent.of("POST /api/articles/{id}/comments")
            .path("id", ARTICLE)
            .body(
                "application/x-www-form-urlencoded",
                "name=Salma&email=salma%40example.com&title=x&body=a+long+opinion"
                    + "&termsAccepted=true&question=abcdefghijkl.1.abcdefghijklmnopqrstuv&answer=7")
            .sendTo(function());
    assertRefused(answer);
    assertThat(answer.body()).contains("a long opinion");
  }

  private static HttpAnswer challenge(SubmitComment function) {
    return HttpEvent.of("GET /api/comments/challenge").query("article", ARTICLE).sendTo(function);
  }

  private static void assertRefused(HttpAnswer answer) {
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isEqualTo("5");
  }
}
