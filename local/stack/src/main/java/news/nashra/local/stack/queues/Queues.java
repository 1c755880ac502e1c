package news.nashra.local.stack.queues;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.PrivateEndpoint;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.template.StackFault;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// All queues of the template, and the
/// [SendMessageBatch](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html)
/// of SQS. Thread-safe.
public final class Queues implements WebHandler {
  private static final String TYPE = "AWS::SQS::Queue";
  private static final String SEND = "AmazonSQS.SendMessageBatch";
  private static final String MEDIA_TYPE = "application/x-amz-json-1.0";
  private static final int MAX_BODY_BYTES = 1024 * 1024;
  private static final int MAX_BATCH = 10;

  /// SQS's own, where the template says nothing.
  private static final int DEFAULT_VISIBILITY_SECONDS = 30;

  private static final int DEFAULT_RETENTION_SECONDS = 345_600;

  private final Map<String, Queue> queues;
  private final PrivateEndpoint endpoint = new PrivateEndpoint("/local/sqs/");

  private Queues(Map<String, Queue> queues) {
    this.queues = Map.copyOf(queues);
  }

  /// @param folder in which each queue has a folder for its messages
  public static Queues of(Template template, Path folder, InstantSource clock) throws IOException {
    var queues = new LinkedHashMap<String, Queue>();
    var resources = template.resources(TYPE);
    for (var name : resources.keySet()) {
      make(name, template, resources, folder, clock, queues);
    }
    return new Queues(queues);
  }

  /// Makes a queue, and before it the one for its dead letters.
  private static Queue make(
      String name,
      Template template,
      Map<String, TemplateValue> resources,
      Path folder,
      InstantSource clock,
      Map<String, Queue> made)
      throws IOException {
    var before = made.get(name);
    if (before != null) {
      return before;
    }
    var properties = Optional.ofNullable(resources.get(name)).orElseThrow();
    var redrive = properties.find("RedrivePolicy");
    Optional<Queue> deadLetters = Optional.empty();
    if (redrive.isPresent()) {
      redrive.get().allow(name, List.of("deadLetterTargetArn", "maxReceiveCount"));
      var target = template.target(redrive.get().get("deadLetterTargetArn"));
      deadLetters = Optional.of(make(target, template, resources, folder, clock, made));
    }
    var rules =
        new Queue.Rules(
            seconds(properties, "VisibilityTimeout", DEFAULT_VISIBILITY_SECONDS),
            seconds(properties, "MessageRetentionPeriod", DEFAULT_RETENTION_SECONDS),
            deadLetters,
            redrive.map(r -> r.get("maxReceiveCount").number()).orElse(Integer.MAX_VALUE));
    var queue = new Queue(name, folder.resolve(name), rules, clock);
    made.put(name, queue);
    return queue;
  }

  private static Duration seconds(TemplateValue properties, String name, int standard) {
    return Duration.ofSeconds(properties.find(name).map(TemplateValue::number).orElse(standard));
  }

  /// The queue of a resource.
  public Queue get(String name) {
    return Optional.ofNullable(queues.get(name))
        .orElseThrow(() -> new StackFault("template.yaml has no queue " + name));
  }

  /// Where functions find SQS.
  public PrivateEndpoint endpoint() {
    return endpoint;
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    if (!endpoint.is(request)) {
      return error("AccessDeniedException", "not the address of this newspaper");
    }
    if (!request.method().equals("POST")
        || !request.header("x-amz-target").orElse("").equals(SEND)) {
      return error("UnsupportedOperation", "only SendMessageBatch is supported here");
    }
    var body = new String(request.body().readNBytes(MAX_BODY_BYTES), StandardCharsets.UTF_8);
    try {
      return send(Json.read(body));
    } catch (IllegalArgumentException e) {
      return error("SerializationException", "not JSON");
    }
  }

  private Answer send(JsonNode asked) {
    var queue = queues.get(asked.path("QueueUrl").asText());
    var entries = asked.path("Entries");
    if (queue == null) {
      return error("QueueDoesNotExist", "The specified queue does not exist.");
    }
    if (entries.isEmpty() || entries.size() > MAX_BATCH) {
      return error("TooManyEntriesInBatchRequest", "a batch has 1 to " + MAX_BATCH + " entries");
    }
    var sent = new ArrayList<Map<String, String>>();
    for (var entry : entries) {
      if (entry.size() != 2 || !entry.has("Id") || !entry.has("MessageBody")) {
        return error("InvalidParameterValue", "only Id and MessageBody are supported here");
      }
      var body = entry.path("MessageBody").asText();
      var id = queue.send(body);
      sent.add(
          Map.of("Id", entry.path("Id").asText(), "MessageId", id, "MD5OfMessageBody", md5(body)));
    }
    return Answer.json(200, MEDIA_TYPE, Map.of("Successful", sent, "Failed", List.of()));
  }

  /// The SDK compares it.
  public static String md5(String body) {
    try {
      var digest = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }

  private static Answer error(String code, String message) {
    return Answer.json(
        400, MEDIA_TYPE, Map.of("__type", "com.amazonaws.sqs#" + code, "message", message));
  }
}
