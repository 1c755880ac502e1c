package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;

/// Hands batches of a stream to a function until it has dealt with each record, or the retries are
/// used up. As in [Lambda](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-errors.html):
///
/// - Of a batch that failed in part, the rest is handed over again, from the first failed record
///   on.
/// - A batch that failed as a whole is split in two, if the template says so. That is no retry.
/// - What is given up goes to the failure destination: here a file, one line for each batch.
///
/// Thread-safe.
final class BatchDelivery implements AutoCloseable {
  private static final int LONGEST_PAUSE_DOUBLINGS = 6;

  private final EventSourceMapping source;
  private final Path failures;
  private final Duration firstPause;
  private volatile boolean open = true;

  /// @param failures the file of what is given up
  /// @param firstPause before the first retry; each later one is twice as long
  BatchDelivery(EventSourceMapping source, Path failures, Duration firstPause) {
    this.source = source;
    this.failures = failures;
    this.firstPause = firstPause;
  }

  /// Returns when all records are dealt with or given up, or this is closed.
  void deliver(List<JsonNode> records) {
    deliver(records, source.retries());
  }

  private void deliver(List<JsonNode> records, int retries) {
    var rest = records;
    int left = retries;
    while (open) {
      int done = invoke(rest);
      if (done == rest.size()) {
        return;
      }
      rest = rest.subList(done, rest.size());
      boolean split = source.bisect() && done == 0 && rest.size() > 1;
      if (left == 0 && !split) {
        giveUp(rest);
        return;
      }
      pause(source.retries() - left);
      if (split) {
        deliver(rest.subList(0, rest.size() / 2), left);
        rest = rest.subList(rest.size() / 2, rest.size());
      } else {
        left--;
      }
    }
  }

  /// How many of the records, from the first on, the function has dealt with.
  private int invoke(List<JsonNode> records) {
    try {
      var event = Json.write(Map.of("Records", records)).getBytes(StandardCharsets.UTF_8);
      var answer = source.function().invoke(event);
      if (answer.length == 0 || !source.reportsFailures()) {
        return records.size();
      }
      var failed = Json.read(new ByteArrayInputStream(answer)).path("batchItemFailures");
      return failed.isEmpty() ? records.size() : firstFailed(records, failed);
    } catch (LambdaFunction.Failed | IOException | RuntimeException e) {
      System.err.println(e.getMessage());
      return 0;
    }
  }

  /// The earliest of the records that the function names; the first record, if it names none of
  /// this batch.
  private static int firstFailed(List<JsonNode> records, JsonNode failed) {
    var numbers = new HashSet<String>();
    failed.forEach(item -> numbers.add(item.path("itemIdentifier").asText()));
    for (int i = 0; i < records.size(); i++) {
      if (numbers.contains(records.get(i).path("dynamodb").path("SequenceNumber").asText())) {
        return i;
      }
    }
    return 0;
  }

  private void giveUp(List<JsonNode> records) {
    var keys = records.stream().map(record -> record.path("dynamodb").path("Keys")).toList();
    var line = Json.write(Map.of("function", source.function().name(), "records", keys));
    try {
      Files.writeString(
          failures, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.err.println("given up, see " + failures + ": " + line);
  }

  private void pause(int retriesMade) {
    try {
      Thread.sleep(firstPause.multipliedBy(1L << Math.min(retriesMade, LONGEST_PAUSE_DOUBLINGS)));
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
