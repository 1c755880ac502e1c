package news.nashra.local.stack.triggers;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.local.aws.Writes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// The event notifications of a bucket: a function gets an event for each object that is created.
/// At the start it gets one for each object that is there already, so that none is lost when the
/// newspaper is killed; an event may therefore come twice.
final class BucketEvents implements AutoCloseable {
  private static final long IDLE_MILLIS = 200;

  /// Looks that find nothing before it sleeps until an object is put.
  private static final int LOOKS_BEFORE_SLEEP = 10;

  private static final Duration SLEEP = Duration.ofSeconds(5);
  private static final int PARALLEL_INVOCATIONS = 2;

  private final String bucket;
  private final AsyncInvocation invocation;
  private final S3Client s3;
  private final Writes writes;
  private final Set<String> seen = new HashSet<>();
  private final AtomicLong idleRounds = new AtomicLong();
  private final AtomicInteger atWork = new AtomicInteger();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(PARALLEL_INVOCATIONS, Thread.ofPlatform().daemon().factory());
  private final Thread thread;
  private volatile boolean open = true;

  /// @param writes to the bucket
  BucketEvents(String bucket, AsyncInvocation invocation, S3Client s3, Writes writes) {
    this.bucket = bucket;
    this.invocation = invocation;
    this.s3 = s3;
    this.writes = writes;
    this.thread = new Thread(this::run, "bucket " + bucket);
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
        System.err.println("bucket " + bucket + ": " + e.getMessage());
      } catch (RuntimeException e) {
        if (open) {
          System.err.println("bucket " + bucket + ": " + e.getMessage());
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
    for (var object : s3.listObjectsV2Paginator(r -> r.bucket(bucket)).contents()) {
      if (seen.add(object.key() + " " + object.eTag())) {
        found = true;
        atWork.incrementAndGet();
        workers.submit(() -> {
          try {
            invocation.deliver(event(object));
          } finally {
            atWork.decrementAndGet();
          }
        });
      }
    }
    return found;
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
                        "bucket", Map.of("name", bucket),
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
    invocation.close();
    thread.interrupt();
    workers.shutdownNow();
  }
}
