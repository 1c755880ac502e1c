package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.nashra.local.stack.queues.Queue;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.template.TemplateText;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The messages of a queue, from the template to a function.
@NullUnmarked
class QueuePumpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private volatile Instant now = Instant.parse("2026-02-23T08:00:00Z");
  private volatile boolean faulty;
  private Queue queue;

  @BeforeEach
  void start() {
    now = Instant.parse("2026-02-23T08:00:00Z");
  }

  @Test
  void messagesComeInBatchesAndAreDeleted() throws IOException {
    var function = RecordingFunction.silent("Send");
    try (var pump = pump(function, "BatchSize: 2")) {
      settle(pump);
      assertThat(function.events()).hasSize(2);
      assertThat(bodies(function)).containsExactly("one", "two", "three");
      var first = function.events().getFirst().at("/Records/0");
      assertThat(first.path("eventSource").asText()).isEqualTo("aws:sqs");
      assertThat(first.at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    }
    assertThat(queue.size()).isZero();
  }

  @Test
  void whatTheFunctionNamesComesAgain() throws IOException {
    var function = new RecordingFunction("Send", event -> failing(event, "two"));
    try (var pump = pump(function, "FunctionResponseTypes: [ReportBatchItemFailures]")) {
      settle(pump);
      assertThat(queue.size()).isEqualTo(1);
      now = now.plusSeconds(30);
      settle(pump);
      assertThat(bodies(function)).containsExactly("one", "two", "three", "two");
    }
  }

  @Test
  void ofACallThatFailsAllComesAgain() throws IOException {
    var function = RecordingFunction.failing("Send");
    try (var pump = pump(function, "FunctionResponseTypes: [ReportBatchItemFailures]")) {
      settle(pump);
      now = now.plusSeconds(30);
      settle(pump);
      assertThat(bodies(function)).hasSize(6);
    }
    assertThat(queue.size()).isEqualTo(3);
  }

  @Test
  void aFaultOfTheQueueIsNotTheEnd() throws IOException {
    var function = RecordingFunction.silent("Send");
    var source = source(function, "BatchSize: 10");
    faulty = true;
    try (var pump = new QueuePump(source)) {
      settle(pump);
      assertThat(faulty).isFalse();
      assertThat(bodies(function)).containsExactly("one", "two", "three");
    }
  }

  @Test
  void aFunctionWhoseConditionDoesNotHoldIsNotThere() {
    var template =
        TemplateText.parse(
            """
            Parameters: { From: { Default: "" } }
            Conditions: { HasMail: !Not [!Equals [!Ref From, ""]] }
            Resources:
              Mail: { Type: AWS::SQS::Queue, Condition: HasMail }
              Send: { Type: AWS::Serverless::Function, Condition: HasMail, Properties: { Events: {
                Queued: { Type: SQS, Properties: { Queue: !GetAtt Mail.Arn } } } } }
            """);
    assertThat(template.resources("AWS::SQS::Queue")).isEmpty();
    assertThat(template.events("SQS")).isEmpty();
  }

  private QueuePump pump(RecordingFunction function, String properties) throws IOException {
    return new QueuePump(source(function, properties));
  }

  private QueueSource source(RecordingFunction function, String properties) throws IOException {
    var template =
        TemplateText.parse(
            """
            Resources:
              Mail: { Type: AWS::SQS::Queue }
              Send: { Type: AWS::Serverless::Function, Properties: { Events: {
                Queued: { Type: SQS, Properties: { Queue: !GetAtt Mail.Arn, %s } } } } }
            """
                .formatted(properties));
    var queues = Queues.of(template, folder, this::instant);
    queue = queues.get("Mail");
    List.of("one", "two", "three")
        .forEach(body -> {
          queue.send(body);
          now = now.plusMillis(1);
        });
    return QueueSource.read(template, Map.of("Send", function), queues).getFirst();
  }

  /// The clock of the queue, which fails once if it is asked to.
  private Instant instant() {
    if (faulty) {
      faulty = false;
      throw new IllegalStateException("no space left");
    }
    return now;
  }

  private static void settle(QueuePump pump) {
    long target = pump.idleRounds() + 2;
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (pump.idleRounds() < target && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    assertThat(pump.idleRounds()).isGreaterThanOrEqualTo(target);
  }

  private static String failing(JsonNode event, String body) {
    var failures = new ArrayList<String>();
    for (var record : event.path("Records")) {
      if (record.path("body").asText().equals(body)) {
        failures.add("{\"itemIdentifier\": \"" + record.path("messageId").asText() + "\"}");
      }
    }
    return "{\"batchItemFailures\": [" + String.join(",", failures) + "]}";
  }

  private static List<String> bodies(RecordingFunction function) {
    var bodies = new ArrayList<String>();
    function
        .events()
        .forEach(event ->
            event.path("Records").forEach(record -> bodies.add(record.path("body").asText())));
    return bodies;
  }
}
