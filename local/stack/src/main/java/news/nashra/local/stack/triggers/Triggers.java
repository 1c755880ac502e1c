package news.nashra.local.stack.triggers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.aws.Writes;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;

/// The triggers of the template's functions that are no requests: streams, buckets, schedules.
public final class Triggers implements AutoCloseable {
  /// A function may take its whole timeout, and be tried again.
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final List<EventSourceMapping> sources;
  private final LocalAws aws;
  private final Path progress;
  private final List<StreamPump> pumps = new ArrayList<>();
  private final List<BucketEvents> buckets = new ArrayList<>();
  private final List<QueueSource> queues;
  private final List<QueuePump> queuePumps = new ArrayList<>();
  private final Schedules schedules;
  private final Writes tableWrites;
  private final Writes objectWrites;

  /// Starts to follow buckets; streams wait for [#startStreams], schedules for [#startSchedules].
  ///
  /// @param progress the folder in which it is kept how far the streams are read
  public Triggers(
      Template template,
      Map<String, ? extends LambdaFunction> functions,
      LocalAws aws,
      Queues queues,
      Path progress)
      throws IOException {
    Files.createDirectories(progress);
    this.sources = EventSourceMapping.read(template, functions);
    this.queues = QueueSource.read(template, functions, queues);
    this.aws = aws;
    this.progress = progress;
    this.schedules = Schedules.read(template, functions);
    this.tableWrites = aws.tableWrites();
    this.objectWrites = aws.objectWrites();
    for (var event : template.events("S3")) {
      var created = event.properties().get("Events");
      if (!created.text().equals("s3:ObjectCreated:*")) {
        throw created.fault("the local stack has one event, s3:ObjectCreated:*");
      }
      var function = Objects.requireNonNull(functions.get(event.function()));
      buckets.add(
          new BucketEvents(
              template.resolve(event.properties().get("Bucket")),
              AsyncInvocation.read(template, function, functions),
              aws.s3(),
              objectWrites));
    }
  }

  /// Follows the streams and the queues from now on.
  public void startStreams() {
    for (var source : sources) {
      var table = Template.physicalName(source.table());
      var stream = aws.dynamoDb().describeTable(r -> r.tableName(table)).table().latestStreamArn();
      pumps.add(new StreamPump(source, stream, aws.streams(), tableWrites, progress));
    }
    queues.forEach(source -> queuePumps.add(new QueuePump(source)));
  }

  /// Does what the schedules do each minute from now on.
  ///
  /// @param waiting whether the first time is over when this returns; if not, it is in the
  ///   background
  public void startSchedules(boolean waiting) {
    schedules.start(waiting);
  }

  /// Does what the schedules do each minute.
  public void fireSchedules() {
    schedules.fire();
  }

  /// Waits until streams, buckets and queues have delivered all that was written before.
  public void settle() {
    var until = System.nanoTime() + PATIENCE.toNanos();
    buckets.forEach(bucket -> settle(bucket::idleRounds, objectWrites, until));
    pumps.forEach(pump -> settle(pump::idleRounds, tableWrites, until));
    queuePumps.forEach(pump -> settle(pump::idleRounds, tableWrites, until));
  }

  /// Keeps the reader awake meanwhile: while another one was waited for, it may have gone to sleep.
  private static void settle(LongSupplier idleRounds, Writes writes, long until) {
    long target = idleRounds.getAsLong() + 2;
    while (idleRounds.getAsLong() < target) {
      if (System.nanoTime() > until) {
        throw new IllegalStateException("the newspaper does not come to rest");
      }
      writes.announce();
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    schedules.close();
    pumps.forEach(StreamPump::close);
    queuePumps.forEach(QueuePump::close);
    buckets.forEach(BucketEvents::close);
  }
}
