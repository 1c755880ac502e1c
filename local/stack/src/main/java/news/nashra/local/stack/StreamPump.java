package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.local.aws.Writes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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

  /// After so many rounds without a record it sleeps until something is written.
  private static final int ROUNDS_BEFORE_SLEEP = 10;

  /// The longest sleep: what expires in a table is written by nobody.
  private static final Duration SLEEP = Duration.ofSeconds(5);

  private static final long WORKING_MILLIS = 20;
  private static final long FIRST_RETRY_MILLIS = 200;
  private static final int MOST_WAITING = 100;

  /// The most records that one read of a shard brings; filters come before batches, as in Lambda.
  private static final int MOST_READ = 1000;

  /// @param filters a record that meets one of them is handed over; empty for all
  /// @param retries how often a failed batch is tried again
  /// @param lanes batches that are handed over side by side, each partition key in a lane of its
  ///   own
  record Source(
      String name,
      String streamArn,
      LocalFunction function,
      int batchSize,
      int retries,
      int lanes,
      boolean bisect,
      boolean fromStart,
      List<FilterPattern> filters) {}

  private final Source source;
  private final DynamoDbStreamsClient streams;
  private final Writes writes;
  private final Path progressFile;
  private final Path failureFile;
  private final Properties progress = new Properties();
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final AtomicLong idleRounds = new AtomicLong();
  private final List<ExecutorService> lanes;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final Thread thread;
  private volatile boolean open = true;

  /// @param writes to the table
  /// @param directory where it is kept how far all lanes have come
  StreamPump(Source source, DynamoDbStreamsClient streams, Writes writes, Path directory) {
    this.source = source;
    this.streams = streams;
    this.writes = writes;
    this.progressFile = directory.resolve(source.name() + ".properties");
    this.failureFile = directory.resolve("failures.jsonl");
    load();
    this.lanes =
        Stream.generate(() ->
                Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("lane " + source.name()).factory()))
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
    int quiet = 0;
    while (open) {
      try {
        long seen = writes.count();
        boolean read = waiting.size() < MOST_WAITING && round();
        boolean atWork = save();
        quiet = read || atWork ? 0 : quiet + 1;
        if (!read) {
          idleRounds.addAndGet(atWork ? 0 : 1);
          Thread.sleep(atWork ? WORKING_MILLIS : IDLE_MILLIS);
        }
        if (quiet >= ROUNDS_BEFORE_SLEEP) {
          writes.awaitMoreThan(seen, SLEEP);
          quiet = writes.count() > seen ? 0 : quiet;
        }
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
    var shards =
        streams.describeStream(r -> r.streamArn(source.streamArn())).streamDescription().shards();
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
    var answer = streams.getRecords(r -> r.shardIterator(iterator).limit(MOST_READ));
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
          r.streamArn(source.streamArn()).shardId(shard);
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
      var event = event(record);
      if (source.filters().isEmpty() || source.filters().stream().anyMatch(f -> f.matches(event))) {
        var key = event.at("/dynamodb/Keys/pk/S").asText();
        int lane = Math.floorMod(key.hashCode(), source.lanes());
        byLane.computeIfAbsent(lane, l -> new ArrayList<>()).add(event);
      }
    }
    var parts = new ArrayList<Future<?>>();
    byLane.forEach((lane, events) -> {
      for (int from = 0; from < events.size(); from += source.batchSize()) {
        var batch = events.subList(from, Math.min(from + source.batchSize(), events.size()));
        parts.add(lanes.get(lane).submit(() -> deliver(batch, source.retries())));
      }
    });
    return parts;
  }

  private void deliver(List<JsonNode> records, int retriesLeft) {
    var rest = records;
    int left = retriesLeft;
    while (open) {
      int done = invoke(rest);
      if (done == rest.size()) {
        return;
      }
      if (done > 0) {
        rest = rest.subList(done, rest.size());
      }
      if (left == 0) {
        fail(rest);
        return;
      }
      left--;
      pause(FIRST_RETRY_MILLIS << Math.min(source.retries() - left, 6));
      if (source.bisect() && rest.size() > 1) {
        deliver(rest.subList(0, rest.size() / 2), left);
        rest = rest.subList(rest.size() / 2, rest.size());
      }
    }
  }

  /// How many of the records, from the first on, the function has dealt with.
  private int invoke(List<JsonNode> records) {
    try {
      var answer =
          source
              .function()
              .invoke(Json.write(Map.of("Records", records)).getBytes(StandardCharsets.UTF_8));
      if (answer.length == 0) {
        return records.size();
      }
      var failures = Json.read(new ByteArrayInputStream(answer)).path("batchItemFailures");
      if (failures.isEmpty()) {
        return records.size();
      }
      var first = failures.get(0).path("itemIdentifier").asText();
      for (int i = 0; i < records.size(); i++) {
        if (records.get(i).path("dynamodb").path("SequenceNumber").asText().equals(first)) {
          return i;
        }
      }
      return 0;
    } catch (LocalFunction.Failed | IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      return 0;
    }
  }

  private void fail(List<JsonNode> records) {
    var line =
        Json.write(
            Map.of(
                "function", source.function().name(),
                "records", records.stream().map(r -> r.path("dynamodb").path("Keys")).toList()));
    try {
      Files.writeString(
          failureFile, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.err.println("given up, see " + failureFile + ": " + line);
  }

  private static JsonNode event(Record record) {
    var change = record.dynamodb();
    var dynamoDb = new LinkedHashMap<String, Object>();
    dynamoDb.put("Keys", item(change.keys()));
    if (change.hasNewImage() && !change.newImage().isEmpty()) {
      dynamoDb.put("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage() && !change.oldImage().isEmpty()) {
      dynamoDb.put("OldImage", item(change.oldImage()));
    }
    dynamoDb.put("SequenceNumber", change.sequenceNumber());
    dynamoDb.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    var event = new LinkedHashMap<String, Object>();
    event.put("eventID", record.eventID());
    event.put("eventName", record.eventNameAsString());
    event.put("eventSource", "aws:dynamodb");
    event.put("dynamodb", dynamoDb);
    return Json.read(Json.write(event));
  }

  private static Map<String, Object> item(Map<String, AttributeValue> attributes) {
    var item = new LinkedHashMap<String, Object>();
    attributes.forEach((name, value) -> item.put(name, value(value)));
    return item;
  }

  private static Map<String, Object> value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case L -> Map.of("L", value.l().stream().map(StreamPump::value).toList());
      case M -> Map.of("M", item(value.m()));
      default -> throw new IllegalStateException("no item of ours holds a " + value.type());
    };
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
    thread.interrupt();
    lanes.forEach(ExecutorService::shutdownNow);
  }

  static List<FilterPattern> filters(List<String> patterns) {
    var filters = new ArrayList<FilterPattern>();
    patterns.forEach(pattern -> filters.add(new FilterPattern(Json.read(pattern))));
    return filters;
  }
}
