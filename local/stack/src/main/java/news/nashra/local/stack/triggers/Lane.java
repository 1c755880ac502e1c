package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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
/// function that is slower than the writes has larger batches, not more of them. With a [batching
/// window](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html) a batch
/// waits for more until it is full or the window is over. Thread-safe.
final class Lane implements AutoCloseable {
  private final int batchSize;
  private final Duration window;
  private final Consumer<List<JsonNode>> delivery;
  private final ExecutorService thread;
  private final Deque<Part> waiting = new ArrayDeque<>();

  /// @param taken when, by `System.nanoTime()`
  private record Part(List<JsonNode> records, long taken, CompletableFuture<Void> done) {}

  /// @param name of its thread
  /// @param batchSize the most records of a batch
  /// @param window how long the first record of a batch waits for others; zero for not at all
  /// @param delivery returns when a batch has been dealt with, well or badly
  Lane(String name, int batchSize, Duration window, Consumer<List<JsonNode>> delivery) {
    this.batchSize = batchSize;
    this.window = window;
    this.delivery = delivery;
    this.thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /// Takes records, of which a batch can have all.
  ///
  /// @return done when they have been dealt with
  Future<?> add(List<JsonNode> records) {
    var part = new Part(List.copyOf(records), System.nanoTime(), new CompletableFuture<>());
    synchronized (waiting) {
      waiting.add(part);
      waiting.notifyAll();
    }
    thread.execute(this::deliverNext);
    return part.done();
  }

  private void deliverNext() {
    try {
      var parts = nextBatch();
      if (!parts.isEmpty()) { // or all of them went with an earlier batch
        deliver(parts);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(List<Part> parts) {
    try {
      delivery.accept(parts.stream().flatMap(part -> part.records().stream()).toList());
    } finally {
      parts.forEach(part -> part.done().complete(null));
    }
  }

  private List<Part> nextBatch() throws InterruptedException {
    var parts = new ArrayList<Part>();
    int records = 0;
    synchronized (waiting) {
      for (long left = millisLeft(); left > 0; left = millisLeft()) {
        waiting.wait(left);
      }
      while (!waiting.isEmpty() && records + waiting.getFirst().records().size() <= batchSize) {
        records += waiting.getFirst().records().size();
        parts.add(waiting.removeFirst());
      }
    }
    return parts;
  }

  /// How long the next batch waits for more records: not at all if there is none, or it is full.
  private long millisLeft() {
    int records = waiting.stream().mapToInt(part -> part.records().size()).sum();
    if (records == 0 || records >= batchSize) {
      return 0;
    }
    var waited = Duration.ofNanos(System.nanoTime() - waiting.getFirst().taken());
    return Math.max(0, window.minus(waited).toMillis());
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
