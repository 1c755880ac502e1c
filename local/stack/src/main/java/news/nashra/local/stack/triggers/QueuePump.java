package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.nashra.core.http.Json;
import news.nashra.local.stack.queues.Queue;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.runtime.LambdaFunction;

/// Hands the messages of a queue to a function, [as Lambda
/// does](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html): what the
/// function dealt with is deleted; what it names, or all of a call that failed, is visible again
/// after the visibility timeout. One call at a time.
final class QueuePump implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final QueueSource source;
  private final Thread thread;
  private volatile boolean open = true;
  private volatile long idleRounds;

  QueuePump(QueueSource source) {
    this.source = source;
    this.thread = Thread.ofPlatform().daemon().name(source.name()).start(this::run);
  }

  /// How often it has found nothing to hand over.
  long idleRounds() {
    return idleRounds;
  }

  private void run() {
    while (open) {
      boolean found = false;
      try {
        found = round();
        idleRounds += found ? 0 : 1;
      } catch (RuntimeException e) {
        if (open) {
          System.err.println("queue " + source.name() + ": " + e.getMessage());
        }
      }
      try {
        Thread.sleep(found ? Duration.ZERO : PAUSE);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Hands over what is visible; says whether there was something.
  private boolean round() {
    var messages = source.queue().receive(source.batchSize());
    if (messages.isEmpty()) {
      return false;
    }
    var failed = handOver(messages);
    messages.stream()
        .map(Queue.Message::id)
        .filter(id -> !failed.contains(id))
        .forEach(source.queue()::delete);
    return true;
  }

  /// The ids of the messages that failed.
  private Set<String> handOver(List<Queue.Message> messages) {
    var event = Map.of("Records", messages.stream().map(this::record).toList());
    try {
      var answer = source.function().invoke(Json.write(event).getBytes(StandardCharsets.UTF_8));
      return source.reportsFailures()
          ? failures(Json.read(new String(answer, StandardCharsets.UTF_8)), messages)
          : Set.of();
    } catch (LambdaFunction.Failed | RuntimeException e) {
      System.err.println(e.getMessage());
      return all(messages);
    }
  }

  /// An id that is none of the batch fails all of it.
  private static Set<String> failures(JsonNode answer, List<Queue.Message> messages) {
    var failed = new HashSet<String>();
    for (var failure : answer.path("batchItemFailures")) {
      failed.add(failure.path("itemIdentifier").asText());
    }
    return all(messages).containsAll(failed) ? failed : all(messages);
  }

  private static Set<String> all(List<Queue.Message> messages) {
    var all = new HashSet<String>();
    messages.forEach(message -> all.add(message.id()));
    return all;
  }

  private Map<String, Object> record(Queue.Message message) {
    var record = new LinkedHashMap<String, Object>();
    record.put("messageId", message.id());
    record.put("receiptHandle", message.id());
    record.put("body", message.body());
    record.put(
        "attributes",
        Map.of(
            "ApproximateReceiveCount", Integer.toString(message.receives()),
            "SentTimestamp", Long.toString(message.sentAt().toEpochMilli())));
    record.put("messageAttributes", Map.of());
    record.put("md5OfBody", Queues.md5(message.body()));
    record.put("eventSource", "aws:sqs");
    record.put("eventSourceARN", source.queue().name());
    record.put("awsRegion", "local");
    return record;
  }

  @Override
  public void close() {
    open = false;
    thread.interrupt();
  }
}
