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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.core.http.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/// An event source mapping: reads a table's stream in order and hands it to a function in batches,
/// with [Lambda's
/// semantics](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html): filters,
/// partial failures, bisecting, retries, and a failure destination. How far it has read is kept on
/// disk.
final class StreamPump implements AutoCloseable {
  private static final long IDLE_MILLIS = 150;
  private static final long FIRST_RETRY_MILLIS = 200;

  /// @param filters a record that meets one of them is handed over; empty for all
  /// @param retries how often a failed batch is tried again
  record Source(
      String name,
      String streamArn,
      LocalFunction function,
      int batchSize,
      int retries,
      boolean bisect,
      boolean fromStart,
      List<FilterPattern> filters) {}

  private final Source source;
  private final DynamoDbStreamsClient streams;
  private final Path progressFile;
  private final Path failureFile;
  private final Properties progress = new Properties();
  private final Map<String, String> iterators = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private final AtomicLong idleRounds = new AtomicLong();
  private final Thread thread;
  private volatile boolean open = true;

  StreamPump(Source source, DynamoDbStreamsClient streams, Path directory) {
    this.source = source;
    this.streams = streams;
    this.progressFile = directory.resolve(source.name() + ".properties");
    this.failureFile = directory.resolve("failures.jsonl");
    load();
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
        if (!round()) {
          idleRounds.incrementAndGet();
          Thread.sleep(IDLE_MILLIS);
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
    var answer = streams.getRecords(r -> r.shardIterator(iterator).limit(source.batchSize()));
    if (!answer.records().isEmpty()) {
      deliver(answer.records());
      progress.setProperty(shard, answer.records().getLast().dynamodb().sequenceNumber());
      save();
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

  private void deliver(List<Record> records) {
    var wanted =
        records.stream()
            .map(StreamPump::event)
            .filter(event ->
                source.filters().isEmpty()
                    || source.filters().stream().anyMatch(f -> f.matches(event)))
            .toList();
    if (!wanted.isEmpty()) {
      deliver(wanted, source.retries());
    }
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
    } catch (LocalFunction.Failed e) {
      System.err.println(e.getMessage());
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private void save() {
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
  }

  static List<FilterPattern> filters(List<String> patterns) {
    var filters = new ArrayList<FilterPattern>();
    patterns.forEach(pattern -> filters.add(new FilterPattern(Json.read(pattern))));
    return filters;
  }
}
