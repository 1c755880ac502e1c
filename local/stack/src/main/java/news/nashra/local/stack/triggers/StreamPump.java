package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import news.nashra.local.aws.Writes;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// An event source mapping: reads a table's stream in order and hands it to a function in batches,
/// with [Lambda's
/// semantics](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html): filters,
/// partial failures, bisecting, retries, and a failure destination. Records of one partition key
/// stay in order; with several lanes, those of others go on while it is tried again. How far all
/// lanes have come is kept on disk.
final class StreamPump implements AutoCloseable {
  private static final long IDLE_MILLIS = 150;

  private static final long WORKING_MILLIS = 20;
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final int MAX_WAITING = 100;

  /// The most records that one read of a shard brings; filters come before batches, as in Lambda.
  private static final int MAX_READ = 1000;

  private final EventSourceMapping source;
  private final String streamArn;
  private final DynamoDbStreamsClient streams;
  private final ReaderSleep sleep;
  private final Path progressFile;
  private final BatchDelivery delivery;
  private final Properties progress = new Properties();
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final AtomicLong idleRounds = new AtomicLong();
  private final List<Lane> lanes;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final Thread thread;
  private volatile boolean open = true;

  /// Starts to read at once.
  ///
  /// @param writes to the table
  /// @param directory of the file that says how far it came, and of the file of failures
  StreamPump(
      EventSourceMapping source,
      String streamArn,
      DynamoDbStreamsClient streams,
      Writes writes,
      Path directory) {
    this.source = source;
    this.streamArn = streamArn;
    this.streams = streams;
    this.sleep = new ReaderSleep(writes);
    this.progressFile = directory.resolve(source.name() + ".properties");
    this.delivery = new BatchDelivery(source, directory.resolve("failures.jsonl"), FIRST_RETRY);
    load();
    this.lanes =
        Stream.generate(() ->
                new Lane(
                    "lane " + source.name(),
                    source.batchSize(),
                    source.window(),
                    delivery::deliver))
            .limit(source.lanes())
            .toList();
    this.thread = new Thread(this::run, "stream " + source.name());
    thread.setDaemon(true);
    thread.start();
  }

  /// Grows with each round in which nothing was left to read.
  long idleRounds() {
    return idleRounds.get();
  }

  private void run() {
    while (open) {
      try {
        sleep.beginRound();
        boolean read = waiting.size() < MAX_WAITING && round();
        boolean atWork = save();
        if (!read) {
          idleRounds.addAndGet(atWork ? 0 : 1);
          Thread.sleep(atWork ? WORKING_MILLIS : IDLE_MILLIS);
        }
        sleep.endRound(read || atWork);
      } catch (InterruptedException e) {
        return;
      } catch (TrimmedDataAccessException e) {
        // DynamoDB Local says so of a shard that is just being made.
        iterators.clear();
      } catch (RuntimeException e) {
        if (open) {
          System.err.println("stream " + source.name() + ": " + e.getMessage());
          iterators.clear();
          pause(1000);
        }
      }
    }
  }

  /// Reads each shard once; says whether there was something to read.
  private boolean round() {
    boolean busy = false;
    var shards = streams.describeStream(r -> r.streamArn(streamArn)).streamDescription().shards();
    for (var shard : shards) {
      var id = shard.shardId();
      boolean parentOpen =
          shard.parentShardId() != null
              && shards.stream().anyMatch(s -> s.shardId().equals(shard.parentShardId()))
              && !finished.contains(shard.parentShardId());
      if (!finished.contains(id) && !parentOpen) {
        busy |= read(id);
      }
    }
    return busy;
  }

  private boolean read(String shard) {
    var iterator = iterators.computeIfAbsent(shard, this::iterator);
    var answer = streams.getRecords(r -> r.shardIterator(iterator).limit(MAX_READ));
    if (!answer.records().isEmpty()) {
      var last = answer.records().getLast().dynamodb().sequenceNumber();
      waiting.add(new Batch(shard, last, dispatch(answer.records())));
    }
    if (answer.nextShardIterator() == null) {
      finished.add(shard);
      iterators.remove(shard);
    } else {
      iterators.put(shard, answer.nextShardIterator());
    }
    return !answer.records().isEmpty();
  }

  private String iterator(String shard) {
    var after = progress.getProperty(shard);
    return streams
        .getShardIterator(r -> {
          r.streamArn(streamArn).shardId(shard);
          if (after == null) {
            boolean start = source.fromStart() || !progress.isEmpty();
            r.shardIteratorType(start ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.LATEST);
          } else {
            r.shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER).sequenceNumber(after);
          }
        })
        .shardIterator();
  }

  /// What was read at once: done when each lane has dealt with its part of it.
  private record Batch(String shard, String last, List<Future<?>> parts) {
    boolean done() {
      return parts.stream().allMatch(Future::isDone);
    }
  }

  /// Hands the wanted records to the lanes of their partition keys.
  private List<Future<?>> dispatch(List<Record> records) {
    var byLane = new TreeMap<Integer, List<JsonNode>>();
    for (var record : records) {
      var event = StreamEvent.of(record);
      if (source.wants(event)) {
        var key = event.at("/dynamodb/Keys/pk/S").asText();
        int lane = Math.floorMod(key.hashCode(), source.lanes());
        byLane.computeIfAbsent(lane, l -> new ArrayList<>()).add(event);
      }
    }
    var parts = new ArrayList<Future<?>>();
    byLane.forEach((lane, events) ->
        events.stream()
            .gather(Gatherers.windowFixed(source.batchSize()))
            .forEach(batch -> parts.add(lanes.get(lane).add(batch))));
    return parts;
  }

  private void load() {
    if (Files.exists(progressFile)) {
      try (var in = Files.newInputStream(progressFile)) {
        progress.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /// Keeps how far all lanes have come; says whether some are still at work.
  private boolean save() {
    boolean moved = false;
    while (!waiting.isEmpty() && waiting.getFirst().done()) {
      var batch = waiting.removeFirst();
      progress.setProperty(batch.shard(), batch.last());
      moved = true;
    }
    if (moved) {
      write();
    }
    return !waiting.isEmpty();
  }

  private void write() {
    try {
      var draft = progressFile.resolveSibling(progressFile.getFileName() + ".new");
      try (var out = Files.newOutputStream(draft)) {
        progress.store(out, null);
      }
      Files.move(draft, progressFile, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
    delivery.close();
    thread.interrupt();
    lanes.forEach(Lane::close);
  }
}
