package news.nashra.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/// Delivers the records of streams and the events of uploads, each batch by an actor of its own.
final class Deliveries {
  private static final int MAX_FAILURES = 60;

  private final Stage stage;
  private final Faults faults;
  private final Functions functions;
  private final Uploads uploads;
  private final List<StreamMapping> mappings;
  private int resizes;

  Deliveries(
      Stage stage,
      Faults faults,
      Functions functions,
      Uploads uploads,
      List<StreamMapping> mappings) {
    this.stage = stage;
    this.faults = faults;
    this.functions = functions;
    this.uploads = uploads;
    this.mappings = mappings;
  }

  /// Starts the next upload, and a batch of one mapping unless that waits to try again.
  void startSome(SplittableRandom random, long now) {
    var mapping = mappings.get(random.nextInt(mappings.size()));
    if (!mapping.backsOff(now)) {
      startBatch(mapping);
    }
    startUpload();
  }

  /// Starts the next upload; whether there is one.
  boolean startUpload() {
    Optional<String> upload = uploads.next();
    upload.ifPresent(
        id -> stage.start("resize " + resizes++, () -> uploads.deliver(id, functions)));
    return upload.isPresent();
  }

  /// Starts a batch of every mapping; whether any has records.
  boolean startBatches() {
    boolean started = false;
    for (var mapping : mappings) {
      started |= startBatch(mapping);
    }
    return started;
  }

  private boolean startBatch(StreamMapping mapping) {
    if (!mapping.ready()) {
      return false;
    }
    if (faults.areOver() && mapping.failures() > MAX_FAILURES) {
      throw new Restless("a batch fails again and again: " + mapping.next());
    }
    mapping.begin();
    stage.start(mapping.next(), mapping::deliver);
    return true;
  }
}
