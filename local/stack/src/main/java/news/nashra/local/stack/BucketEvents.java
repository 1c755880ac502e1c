package news.nashra.local.stack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.core.http.Json;
import news.nashra.local.aws.Writes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The event notifications of a bucket: each object that was created is handed to a function in an
/// event of its own, with the semantics of [asynchronous
/// invocation](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html): some retries,
/// then a destination for what failed. What stands in the bucket at the start is handed over again:
/// an event may come twice, and none is lost when the newspaper is killed.
final class BucketEvents implements AutoCloseable {
  private static final long IDLE_MILLIS = 200;

  /// After so many looks without anything new it sleeps until an object is put.
  private static final int LOOKS_BEFORE_SLEEP = 10;

  private static final Duration SLEEP = Duration.ofSeconds(5);
  private static final long FIRST_RETRY_MILLIS = 500;
  private static final int SIDE_BY_SIDE = 2;

  /// @param retries how often a failed event is tried again
  /// @param onFailure gets what failed to the end
  record Source(
      String bucket, LocalFunction function, int retries, Optional<LocalFunction> onFailure) {}

  private final Source source;
  private final S3Client s3;
  private final Writes writes;
  private final Set<String> seen = new HashSet<>();
  private final AtomicLong idleRounds = new AtomicLong();
  private final AtomicInteger atWork = new AtomicInteger();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofPlatform().daemon().factory());
  private final Thread thread;
  private volatile boolean open = true;

  /// @param writes to the bucket
  BucketEvents(Source source, S3Client s3, Writes writes) {
    this.source = source;
    this.s3 = s3;
    this.writes = writes;
    this.thread = new Thread(this::run, "bucket " + source.bucket());
    thread.setDaemon(true);
    thread.start();
  }

  /// Grows with each round in which there was nothing new and nothing at work.
  long idleRounds() {
    return idleRounds.get();
  }

  private void run() {
    int quiet = 0;
    while (open) {
      long seen = writes.count();
      try {
        boolean idle = atWork.get() == 0;
        if (!look() && idle) {
          idleRounds.incrementAndGet();
          quiet++;
        } else {
          quiet = 0;
        }
      } catch (S3Exception e) {
        System.err.println("bucket " + source.bucket() + ": " + e.getMessage());
      } catch (RuntimeException e) {
        if (open) {
          System.err.println("bucket " + source.bucket() + ": " + e.getMessage());
        }
      }
      pause(IDLE_MILLIS);
      if (quiet >= LOOKS_BEFORE_SLEEP) {
        sleepUntilWrite(seen);
        quiet = writes.count() > seen ? 0 : quiet;
      }
    }
  }

  private void sleepUntilWrite(long seen) {
    try {
      writes.awaitMoreThan(seen, SLEEP);
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  /// Hands over what was not there before; says whether there was something.
  private boolean look() {
    boolean found = false;
    for (var object : s3.listObjectsV2Paginator(r -> r.bucket(source.bucket())).contents()) {
      if (seen.add(object.key() + " " + object.eTag())) {
        found = true;
        atWork.incrementAndGet();
        workers.submit(() -> {
          try {
            deliver(object);
          } finally {
            atWork.decrementAndGet();
          }
        });
      }
    }
    return found;
  }

  private void deliver(S3Object object) {
    var event = event(object);
    for (int n = 0; open && n <= source.retries(); n++) {
      if (invoke(source.function(), event)) {
        return;
      }
      pause(FIRST_RETRY_MILLIS << n);
    }
    if (open) {
      source
          .onFailure()
          .ifPresent(function ->
              invoke(
                  function,
                  Map.of(
                      "requestContext",
                      Map.of("condition", "RetriesExhausted"),
                      "requestPayload",
                      event)));
    }
  }

  private static boolean invoke(LocalFunction function, Map<String, Object> event) {
    try {
      function.invoke(Json.write(event).getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (LocalFunction.Failed | RuntimeException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private Map<String, Object> event(S3Object object) {
    return Map.of(
        "Records",
        List.of(
            Map.of(
                "eventSource", "aws:s3",
                "eventName", "ObjectCreated:Put",
                "s3",
                    Map.of(
                        "bucket", Map.of("name", source.bucket()),
                        "object",
                            Map.of(
                                "key", object.key(),
                                "size", object.size(),
                                "eTag", object.eTag().replace("\"", ""))))));
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
    workers.shutdownNow();
  }
}
