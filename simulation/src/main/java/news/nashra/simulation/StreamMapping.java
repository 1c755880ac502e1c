package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// An event source mapping of template.yaml: hands the records of a table's stream to a function,
/// in order, in batches of its own choosing, again from the first that failed, and sometimes twice.
final class StreamMapping {
  private static final int MOST = 10;
  private static final double TWICE = 0.15;

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
  private boolean atWork;

  /// @param filter of the keys of a record
  /// @param stream of the table, which grows
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

  /// Whether there is something to hand over now.
  boolean ready() {
    stream.subList(read, stream.size()).stream().filter(this::wanted).forEach(waiting::add);
    read = stream.size();
    return !atWork && !waiting.isEmpty();
  }

  /// Whether a batch that failed waits for its next try.
  boolean backsOff(long now) {
    return failures > 0 && now < retryAt;
  }

  /// How often in a row a batch has failed.
  int failures() {
    return failures;
  }

  /// The name of the actor that delivers next.
  String next() {
    deliveries++;
    return name + "#" + deliveries;
  }

  /// Before its actor starts.
  void begin() {
    atWork = true;
    size = Math.min(waiting.size(), 1 + random.nextInt(MOST));
  }

  /// Hands over a batch, on the thread of an actor.
  void deliver() {
    var batch = List.copyOf(waiting.subList(0, size));
    int done =
        Functions.invoke(function, Map.of("Records", batch))
            .map(answer -> dealtWith(batch, answer))
            .orElse(0);
    failures = done > 0 ? 0 : failures + 1;
    retryAt = clock.millis() + (500L << Math.min(failures, 6));
    boolean again = failures == 0 && random.nextDouble() < TWICE;
    if (!again) {
      waiting.subList(0, done).clear();
    }
    atWork = false;
  }

  private boolean wanted(JsonNode event) {
    return filter.test(event.path("dynamodb").path("Keys"));
  }

  private static int dealtWith(List<JsonNode> batch, JsonNode answer) {
    var failed = answer.path("batchItemFailures").path(0).path("itemIdentifier").asText();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.get(i).path("dynamodb").path("SequenceNumber").asText().equals(failed)) {
        return i;
      }
    }
    return batch.size();
  }
}
