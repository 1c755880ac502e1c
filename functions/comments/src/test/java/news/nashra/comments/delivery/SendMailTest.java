package news.nashra.comments.delivery;

import static news.nashra.comments.delivery.MailDesk.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.mail.MailAddress;
import news.nashra.comments.mail.Outbox;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From the outbox through the queue to SES, whatever is stopped in between.
@NullUnmarked
class SendMailTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private MailDesk desk;

  @BeforeEach
  void start() {
    desk = new MailDesk(SERVICES.dynamoDb());
    desk.comment();
  }

  @Test
  void aMessageThatComesTwiceSendsOneMail() {
    desk.minute();
    var id = desk.queue.getFirst();
    assertThat(desk.failures(id)).isEmpty();
    assertThat(desk.failures(id)).isEmpty();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void whoIsStoppedAfterQueueingQueuesTwiceAndSendsOnce() {
    var line = new Outbox(desk.table, desk.clock).toQueue(100).getFirst();
    desk.queue.add(line.id()); // and the line of the outbox stays
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
    assertThat(desk.minute().path("queued").asInt()).as("the line is gone").isZero();
  }

  @Test
  void whatTheQueueRefusesStaysInTheOutbox() {
    desk.refused.add(new Outbox(desk.table, desk.clock).toQueue(100).getFirst().id());
    assertThat(desk.minute().path("queued").asInt()).isZero();
    desk.refused.clear();
    desk.deliver();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void whatSesRefusesComesAgain() {
    desk.beforeSending =
        () -> {
          throw new IllegalStateException("SES is down");
        };
    desk.deliver();
    assertThat(desk.sent).isEmpty();
    assertThat(desk.queue).hasSize(1);
    desk.beforeSending = () -> {};
    desk.handOver();
    assertThat(desk.sent).as("another call may still be sending it").isEmpty();
    desk.clock.move(Outbox.CLAIM);
    desk.handOver();
    assertThat(desk.sent).hasSize(1);
    assertThat(desk.queue).isEmpty();
  }

  @Test
  void whatSesRefusesForGoodDoesNotComeAgain() {
    desk.accepting = false;
    desk.deliver();
    desk.clock.move(Outbox.CLAIM);
    assertThat(desk.queue).isEmpty();
    assertThat(desk.items("MAIL#").getFirst().find("sentAt")).isPresent();
  }

  @Test
  void twoCallsAtTheSameTimeSendOneMail() {
    desk.minute();
    var id = desk.queue.getFirst();
    desk.beforeSending =
        () -> {
          desk.beforeSending = () -> {};
          assertThat(desk.failures(id)).as("it comes again").hasSize(1);
        };
    assertThat(desk.failures(id)).isEmpty();
    assertThat(desk.failures(id)).isEmpty();
    assertThat(desk.sent).hasSize(1);
  }

  @Test
  void aLineThatIsOwedAgainMeanwhileIsQueuedAgain() {
    var outbox = new Outbox(desk.table, desk.clock);
    var seen = outbox.toQueue(100);
    desk.clock.move(Duration.ofSeconds(1));
    desk.table.put(desk.items("OUTBOX#").getFirst().with("owedAt", desk.clock.instant()));
    outbox.queued(seen);
    assertThat(outbox.toQueue(100)).hasSize(1);
  }

  @Test
  void anUnknownMessageIsDone() {
    assertThat(desk.failures("answer#nobody")).isEmpty();
    assertThat(desk.failures("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "reader@example.com, reader@example.com",
    "قارئ@example.com, ",
    "a..b@example.com, ",
    ".a@example.com, ",
    "o'hara+news@example.com, o'hara+news@example.com",
    "reader@مثال.example, reader@xn--mgbh0fb.example"
  })
  void anAddressIsWrittenAsSesTakesIt(String email, String address) {
    assertThat(MailAddress.find(email).orElse(null)).isEqualTo(address);
  }

  @Test
  void nobodyIsAskedAtAnAddressThatSesDoesNotTake() {
    desk.comment("قارئ@example.com", "198.51.100.7", Map.of());
    desk.deliver();
    assertThat(desk.sent).extracting(Letter::to).containsExactly(READER);
  }

  @Test
  void theNameOfTheSenderIsInEncodedWords() {
    assertThat(SesMailer.encoded("نشرة")).isEqualTo("=?UTF-8?B?2YbYtNix2Kk=?=");
    var words = SesMailer.encoded("ن".repeat(60)).split(" ");
    assertThat(words).hasSize(3).allMatch(word -> word.length() <= 75);
  }
}
