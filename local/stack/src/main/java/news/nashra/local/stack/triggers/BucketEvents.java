package news.nashra.local.stack.triggers;

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
import software.amazon.awssdk.services.s3.model.S3Object;

/// The event notifications of a bucket: a function gets an event for each object that is created.
/// At the start it gets one for each object that is there already, so that none is lost when the
/// newspaper is killed; an event may therefore come twice.
final class BucketEvents implements AutoCloseable {
  private static final long IDLE_MILLIS = 200;

  private static final int PARALLEL_INVOCATIONS = 2;

  private final String bucket;
  private final AsyncInvocation invocation;
  private final S3Client s3;
  private final ReaderSleep sleep;
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
    this.sleep = new ReaderSleep(writes);
    this.thread = new Thread(this::run, "bucket " + bucket);
    thread.setDaemon(true);
    thread.start();
  }

  /// Grows with each round in which there was nothing new and nothing at work.
  long idleRounds() {
    return idleRounds.get();
  }

  private void run() {
    while (open) {
      try {
        sleep.beginRound();
        boolean found = found();
        Thread.sleep(IDLE_MILLIS);
        sleep.endRound(found);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /// Looks once. A look that fails found something, for there may have been something.
  private boolean found() {
    try {
      boolean busy = atWork.get() > 0;
      if (look() || busy) {
        return true;
      }
      idleRounds.incrementAndGet();
      return false;
    } catch (RuntimeException e) {
      if (open) {
        System.err.println("bucket " + bucket + ": " + e.getMessage());
      }
      return true;
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

  @Override
  public void close() {
    open = false;
    invocation.close();
    thread.interrupt();
    workers.shutdownNow();
  }
}
