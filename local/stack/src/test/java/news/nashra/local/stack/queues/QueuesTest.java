package news.nashra.local.stack.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.nashra.local.stack.http.WebServer;
import news.nashra.local.stack.template.TemplateText;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/// Queues, filled with what functions fill them with.
@NullUnmarked
class QueuesTest {
  private static final String QUEUES =
      """
      Resources:
        Mail:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 60
            MessageRetentionPeriod: 3600
            RedrivePolicy: { deadLetterTargetArn: !GetAtt Unsent.Arn, maxReceiveCount: 2 }
        Unsent: { Type: AWS::SQS::Queue }
      """;

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-02-23T08:00:00Z");
  private Queues queues;
  private WebServer server;

  @BeforeEach
  void start() throws IOException {
    queues = read();
    server = WebServer.bind(0);
    server.route("/", queues);
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whatIsSentIsReceivedOnceWhileItIsHidden() {
    var answer = send("Mail", "one", "two");
    assertThat(answer).hasSize(2).doesNotHaveDuplicates();
    assertThat(bodies("Mail")).containsExactlyInAnyOrder("one", "two");
    assertThat(bodies("Mail")).isEmpty();
    now = now.plusSeconds(60);
    assertThat(bodies("Mail")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void whatIsDeletedDoesNotComeAgain() {
    send("Mail", "one");
    queues.get("Mail").receive(10).forEach(message -> queues.get("Mail").delete(message.id()));
    now = now.plusSeconds(60);
    assertThat(bodies("Mail")).isEmpty();
    assertThat(folder.resolve("Mail")).isEmptyDirectory();
  }

  @Test
  void whatWasReceivedTooOftenIsADeadLetter() {
    send("Mail", "one");
    for (int i = 0; i < 2; i++) {
      assertThat(bodies("Mail")).hasSize(1);
      now = now.plusSeconds(60);
    }
    assertThat(bodies("Mail")).isEmpty();
    assertThat(bodies("Unsent")).containsExactly("one");
  }

  @Test
  void whatIsTooOldIsForgotten() {
    send("Mail", "one");
    now = now.plus(Duration.ofHours(1)).plusMillis(1);
    assertThat(bodies("Mail")).isEmpty();
    assertThat(queues.get("Mail").size()).isZero();
  }

  @Test
  void messagesSurviveARestart() throws IOException {
    send("Mail", "one");
    assertThat(bodies("Mail")).hasSize(1);
    queues = read();
    var again = queues.get("Mail").receive(10);
    assertThat(again).extracting(Queue.Message::body).containsExactly("one");
    assertThat(again).extracting(Queue.Message::receives).containsExactly(2);
  }

  @Test
  void messagesAreClosedToOthers() throws IOException {
    send("Mail", "one");
    try (var files = Files.list(folder.resolve("Mail"))) {
      assertThat(files.toList())
          .extracting(file -> PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .containsExactly("rw-------");
    }
  }

  @Test
  void anUnknownQueueOrAddressIsRefused() {
    assertThatThrownBy(() -> send("Post", "one")).isInstanceOf(QueueDoesNotExistException.class);
    var guessed = server.uri().resolve("/local/sqs/" + "0".repeat(48));
    assertThatThrownBy(() -> send(guessed, "Mail", "one"))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("not the address of this newspaper");
  }

  private Queues read() throws IOException {
    return Queues.of(TemplateText.parse(QUEUES), folder, () -> now);
  }

  private List<String> bodies(String queue) {
    return queues.get(queue).receive(10).stream().map(Queue.Message::body).toList();
  }

  private List<String> send(String queue, String... bodies) {
    return send(server.uri().resolve(queues.endpoint().path()), queue, bodies);
  }

  private static List<String> send(URI endpoint, String queue, String... bodies) {
    try (var sqs =
        SqsClient.builder()
            .endpointOverride(endpoint)
            .region(Region.EU_WEST_3)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build()) {
      var entries =
          List.of(bodies).stream()
              .map(
                  body -> SendMessageBatchRequestEntry.builder().id(body).messageBody(body).build())
              .toList();
      var answer = sqs.sendMessageBatch(r -> r.queueUrl(queue).entries(entries));
      return answer.successful().stream().map(entry -> entry.messageId()).toList();
    }
  }
}
