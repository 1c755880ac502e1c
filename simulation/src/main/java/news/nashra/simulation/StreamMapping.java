package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// An event source mapping of template.yaml. It delivers the records of a table's stream to a
/// function in order, in batches of random size. After a failure it delivers again from the first
/// record that failed, and sometimes it delivers a batch twice.
final class StreamMapping {
  private static final int MAX_BATCH = 10;
  private static final double REDELIVERY_CHANCE = 0.15;

  private final String name;
  private final Functions.Function function;
  private final Predicate<JsonNode> filter;
  private final List<JsonNode> stream;
  private final SimulatedClock clock;
  private final SplittableRandom random;
  private final List<JsonNode> waiting = new ArrayList<>();
  private int read;
  private int size;
  private int deliveries;
  private int failures;
  private long retryAt;
  private boolean delivering;

  /// @param filter on the keys of a record
  /// @param stream of the table, a list that grows
  StreamMapping(
      long seed,
      String name,
      Functions.Function function,
      Predicate<JsonNode> filter,
      List<JsonNode> stream,
      SimulatedClock clock) {
    this.clock = clock;
    this.name = name;
    this.function = function;
    this.filter = filter;
    this.stream = stream;
    this.random = Chance.of(seed, "mapping " + name);
  }

  /// The mappings of template.yaml.
  static List<StreamMapping> ofTemplate(
      long seed, Functions functions, Names names, Changes changes, SimulatedClock clock) {
    var articles = changes.recordsOf(names.articles());
    var comments = changes.recordsOf(names.comments());
    return List.of(
        new StreamMapping(
            seed,
            "heads",
            functions.press,
            k -> List.of("HEAD", "LIVE", "AUTHOR").contains(key(k, "sk")),
            articles,
            clock),
        new StreamMapping(
            seed,
            "shown",
            functions.press,
            k -> key(k, "sk").startsWith("SHOWN#"),
            comments,
            clock),
        new StreamMapping(
            seed,
            "lists",
            functions.rebuild,
            k -> key(k, "pk").equals("LIST#published") || key(k, "pk").startsWith("AUTHOR#"),
            articles,
            clock));
  }

  private static String key(JsonNode keys, String name) {
    return keys.path(name).path("S").asText();
  }

  /// Whether there are records to deliver now.
  boolean ready() {
    stream.subList(read, stream.size()).stream().filter(this::wanted).forEach(waiting::add);
    read = stream.size();
    return !delivering && !waiting.isEmpty();
  }

  /// Whether a failed batch waits for its next try.
  boolean backsOff(long now) {
    return failures > 0 && now < retryAt;
  }

  /// How many times in a row the current batch has failed.
  int failures() {
    return failures;
  }

  /// The name of the next actor that delivers.
  String next() {
    deliveries++;
    return name + "#" + deliveries;
  }

  /// Chooses the next batch. Called before its actor starts.
  void begin() {
    delivering = true;
    size = Math.min(waiting.size(), 1 + random.nextInt(MAX_BATCH));
  }

  /// Delivers the batch, on the thread of an actor.
  void deliver() {
    var batch = List.copyOf(waiting.subList(0, size));
    int done =
        Functions.invoke(function, Map.of("Records", batch))
            .map(answer -> recordsDone(batch, answer))
            .orElse(0);
    failures = done > 0 ? 0 : failures + 1;
    retryAt = clock.millis() + (500L << Math.min(failures, 6));
    boolean again = failures == 0 && random.nextDouble() < REDELIVERY_CHANCE;
    if (!again) {
      waiting.subList(0, done).clear();
    }
    delivering = false;
  }

  private boolean wanted(JsonNode event) {
    return filter.test(event.path("dynamodb").path("Keys"));
  }

  private static int recordsDone(List<JsonNode> batch, JsonNode answer) {
    var failed = answer.path("batchItemFailures").path(0).path("itemIdentifier").asText();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).path("dynamodb").path("SequenceNumber").asText().equals(failed)) {
        return i;
      }
    }
    return batch.size();
  }
}
