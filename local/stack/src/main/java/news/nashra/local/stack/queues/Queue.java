package news.nashra.local.stack.queues;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.nashra.core.Ids;
import news.nashra.core.http.Json;
import news.nashra.local.aws.PrivateFiles;

/// A [standard
/// queue](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/standard-queues.html).
/// Each message is a file, so that none is lost when the newspaper is killed. One that was received
/// and not deleted is visible again after the visibility timeout, or after a restart. Thread-safe.
public final class Queue {
  private static final String EXTENSION = ".json";

  /// The queue's properties in the template.
  ///
  /// @param deadLetters where a message goes that was received `maxReceives` times
  record Rules(
      Duration visibility, Duration retention, Optional<Queue> deadLetters, int maxReceives) {}

  /// @param receives how often it was received, this time included
  public record Message(String id, String body, Instant sentAt, int receives) {}

  private final String name;
  private final Path folder;
  private final Rules rules;
  private final InstantSource clock;
  private final Ids ids;
  private final Map<String, Message> messages = new TreeMap<>();
  private final Map<String, Instant> hiddenUntil = new TreeMap<>();

  /// @param folder of its messages, which may hold those of an earlier start
  Queue(String name, Path folder, Rules rules, InstantSource clock) throws IOException {
    this.name = name;
    this.folder = PrivateFiles.folder(folder);
    this.rules = rules;
    this.clock = clock;
    this.ids = new Ids(clock);
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(EXTENSION)).toList()) {
        var json = Json.read(Files.readString(file));
        var message =
            new Message(
                file.getFileName().toString().replace(EXTENSION, ""),
                json.path("body").asText(),
                Instant.parse(json.path("sentAt").asText()),
                json.path("receives").asInt());
        messages.put(message.id(), message);
      }
    }
  }

  public String name() {
    return name;
  }

  /// Takes a message; it is durable when this returns.
  ///
  /// @return its id
  public synchronized String send(String body) {
    var message = new Message(ids.get(), body, clock.instant(), 0);
    keep(message);
    return message.id();
  }

  /// Returns visible messages, the oldest first, and hides them for a while.
  public synchronized List<Message> receive(int limit) {
    var now = clock.instant();
    var received = new ArrayList<Message>();
    for (var message : List.copyOf(messages.values())) {
      if (message.sentAt().plus(rules.retention()).isBefore(now)) {
        delete(message.id());
      } else if (received.size() < limit && isVisible(message, now)) {
        if (rules.deadLetters().isPresent() && message.receives() >= rules.maxReceives()) {
          rules.deadLetters().get().send(message.body());
          delete(message.id());
        } else {
          var next =
              new Message(message.id(), message.body(), message.sentAt(), message.receives() + 1);
          keep(next);
          hiddenUntil.put(next.id(), now.plus(rules.visibility()));
          received.add(next);
        }
      }
    }
    return received;
  }

  private boolean isVisible(Message message, Instant now) {
    var until = hiddenUntil.get(message.id());
    return until == null || !now.isBefore(until);
  }

  /// Forgets a message that was dealt with.
  public synchronized void delete(String id) {
    messages.remove(id);
    hiddenUntil.remove(id);
    try {
      Files.deleteIfExists(folder.resolve(id + EXTENSION));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many messages there are, visible or not.
  public synchronized int size() {
    return messages.size();
  }

  private void keep(Message message) {
    var json =
        Map.of(
            "body", message.body(),
            "sentAt", message.sentAt().toString(),
            "receives", message.receives());
    try {
      PrivateFiles.write(
          folder.resolve(message.id() + EXTENSION),
          Json.write(json).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages.put(message.id(), message);
  }
}
