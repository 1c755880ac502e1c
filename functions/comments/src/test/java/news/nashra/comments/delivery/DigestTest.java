package news.nashra.comments.delivery;

import static news.nashra.comments.delivery.MailDesk.link;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.moderation.Erasure;
import news.nashra.comments.moderation.ModerateComments;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The digest of the queue to moderators.
@NullUnmarked
class DigestTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String EMAIL = "salma@news.example";

  private MailDesk desk;

  @BeforeEach
  void start() {
    desk = new MailDesk(SERVICES.dynamoDb());
  }

  @Test
  void aModeratorConfirmsAndIsToldWhatWaitsUntilTheyEndIt() {
    assertThat(digest("GET", Map.of()).expect(200).json().path("status").asText())
        .isEqualTo("none");
    subscribe();
    var state = digest("GET", Map.of()).json();
    assertThat(state.path("status").asText()).isEqualTo("confirmed");
    assertThat(state.path("email").asText()).isEqualTo(EMAIL);

    waiting();
    fiveMinutes();
    desk.deliver();
    var letter = desk.sent.removeFirst();
    assertThat(letter.to()).isEqualTo(EMAIL);
    assertThat(letter.subject()).isEqualTo("\u2068نشرة\u2069: تعليق واحد ينتظر قرارا");
    assertThat(letter.text())
        .contains("– \u2068عنوان\u2069 (1)", "https://x.example/desk/#/moderate")
        .doesNotContain("reader@example.com", "قارئة", "تعليق 1");

    var stop = letter.unsubscribe().orElseThrow();
    assertThat(desk.follow("GET", stop).expect(200).body()).contains("<form");
    desk.follow("POST", stop).expect(200);
    desk.follow("POST", stop).expect(200);
    desk.clock.move(Duration.ofHours(1));
    waiting();
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    assertThat(digest("GET", Map.of()).json().path("status").asText()).isEqualTo("none");
  }

  @Test
  void itComesOnceAnHourAndOnlyWithNews() {
    subscribe();
    waiting();
    fiveMinutes();
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
    desk.clock.move(Duration.ofMinutes(1));
    waiting();
    desk.clock.move(Duration.ofMinutes(58));
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).as("within the hour").hasSize(1);
    desk.clock.move(Duration.ofMinutes(1));
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).hasSize(2);
    assertThat(desk.sent.getLast().subject()).contains("تعليقان ينتظران");
    desk.clock.move(Duration.ofHours(1));
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).as("nothing new").hasSize(2);
  }

  @Test
  void theNightIsQuiet() {
    subscribe();
    waiting();
    desk.clock.set(Instant.parse("2026-02-23T22:30:00Z"));
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    desk.clock.set(Instant.parse("2026-02-24T07:30:00Z"));
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void nothingIsSentWhenNothingWaits() {
    subscribe();
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void nothingIsSentBeforeItIsConfirmed() {
    digest("PUT", Map.of("email", EMAIL)).expect(202);
    desk.deliver();
    desk.sent.clear();
    waiting();
    fiveMinutes();
    desk.deliver();
    assertThat(desk.sent).isEmpty();
  }

  @Test
  void aModeratorIsAskedOnceInTenMinutes() {
    digest("PUT", Map.of("email", EMAIL)).expect(202);
    assertThat(digest("PUT", Map.of("email", EMAIL)).expect(200).json().path("status").asText())
        .isEqualTo("asked");
    assertThat(digest("PUT", Map.of("email", "x@news.example")).expect(429).header("retry-after"))
        .isEqualTo("600");
    digest("PUT", Map.of("email", "x")).expect(422);
    desk.clock.move(Duration.ofMinutes(10));
    digest("PUT", Map.of("email", "x@news.example")).expect(202);
    desk.deliver();
    assertThat(desk.sent).extracting(Letter::to).containsExactly("x@news.example");
  }

  @Test
  void anOldConfirmationDoesNotConfirmAnotherAddress() {
    digest("PUT", Map.of("email", EMAIL)).expect(202);
    desk.deliver();
    var confirm = link(desk.sent.removeFirst(), "api/mail/confirm");
    desk.clock.move(Duration.ofMinutes(10));
    digest("PUT", Map.of("email", "x@news.example")).expect(202);
    assertThat(desk.follow("POST", confirm).status()).isEqualTo(410);
  }

  @Test
  void aModeratorOrAnErasureEndsIt() {
    subscribe();
    digest("DELETE", Map.of()).expect(204);
    digest("DELETE", Map.of()).expect(204);
    assertThat(desk.items("DIGESTS")).isEmpty();
    desk.clock.move(Duration.ofMinutes(10));
    subscribe();
    new Erasure(desk.table, () -> CommentsTable.KEYS, desk.clock).erase(EMAIL, "m");
    assertThat(desk.items("DIGESTS")).isEmpty();
  }

  @Test
  void withoutMailThereIsNone() {
    var function =
        new ModerateComments(
            CommentsTable.SITE, desk.table, () -> CommentsTable.KEYS, 100, desk.clock);
    for (var method : new String[] {"GET", "PUT", "DELETE"}) {
      HttpEvent.of(method + " /api/comments/digest")
          .as("moderators")
          .json(Map.of("email", EMAIL))
          .sendTo(function)
          .expect(404);
    }
  }

  private void subscribe() {
    digest("PUT", Map.of("email", EMAIL)).expect(202);
    desk.deliver();
    var asked = desk.sent.removeFirst();
    assertThat(asked.unsubscribe()).isEmpty();
    desk.follow("GET", link(asked, "api/mail/confirm")).expect(200);
    desk.follow("POST", link(asked, "api/mail/confirm")).expect(200);
  }

  private void waiting() {
    desk.comment("reader@example.com", "198.51.100.1", Map.of("notify", false));
  }

  private void fiveMinutes() {
    Invocation.of(desk.moderation(), Map.of("source", "aws.scheduler"));
  }

  private HttpAnswer digest(String method, Map<String, ?> body) {
    return HttpEvent.of(method + " /api/comments/digest")
        .as("moderators", "salma")
        .json(body)
        .sendTo(desk.moderation());
  }
}
