package news.nashra.simulation;

import java.util.Map;
import java.util.SplittableRandom;

/// The invocations of ReleaseScheduled: two sweeps each minute, and one for an article that is due
/// soon.
final class Releases {
  /// How often the invocation for an article is lost. The next sweep has to release it.
  private static final double LOST = 0.2;

  private final Stage stage;
  private final Functions functions;
  private int started;

  Releases(Stage stage, Functions functions) {
    this.stage = stage;
    this.functions = functions;
  }

  void startSweeps() {
    start(Map.of());
    start(Map.of());
  }

  /// Starts the release of an article that is due soon, or loses it; whether there was one.
  boolean startNext(SplittableRandom random) {
    var id = functions.dueSoon.poll();
    if (id != null && random.nextDouble() >= LOST) {
      start(Map.of("article", id));
    }
    return id != null;
  }

  private void start(Map<String, String> event) {
    stage.start("release " + started++, () -> Functions.invoke(functions.release, event));
  }
}
