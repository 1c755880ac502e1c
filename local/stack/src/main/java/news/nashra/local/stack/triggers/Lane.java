package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Hands records to a function in order, one batch at a time. What comes while a batch is at work
/// goes together with the next one, as Lambda reads a shard on only when a batch is done: a
/// function that is slower than the writes has larger batches, not more of them. Thread-safe.
final class Lane implements AutoCloseable {
  private final int batchSize;
  private final Consumer<List<JsonNode>> delivery;
  private final ExecutorService thread;
  private final Deque<Part> waiting = new ArrayDeque<>();

  private record Part(List<JsonNode> records, CompletableFuture<Void> done) {}

  /// @param name of its thread
  /// @param batchSize the most records of a batch
  /// @param delivery returns when a batch has been dealt with, well or badly
  Lane(String name, int batchSize, Consumer<List<JsonNode>> delivery) {
    this.batchSize = batchSize;
    this.delivery = delivery;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Takes records, of which a batch can have all.
  ///
  /// @return done when they have been dealt with
  Future<?> add(List<JsonNode> records) {
    var part = new Part(List.copyOf(records), new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(part);
    }
    thread.execute(this::deliverNext);
    return part.done();
  }

  private void deliverNext() {
    var parts = nextBatch();
    if (parts.isEmpty()) {
      return; // all of them went with an earlier batch
    }
    try {
      delivery.accept(parts.stream().flatMap(part -> part.records().stream()).toList());
    } finally {
      parts.forEach(part -> part.done().complete(null));
    }
  }

  private List<Part> nextBatch() {
    var parts = new ArrayList<Part>();
    int records = 0;
    synchronized (waiting) {
      while (!waiting.isEmpty() && records + waiting.getFirst().records().size() <= batchSize) {
        records += waiting.getFirst().records().size();
        parts.add(waiting.removeFirst());
      }
    }
    return parts;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
