package news.nashra.homepage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import news.nashra.core.Log;

/// Tells the operator how rebuilds went: metrics of refused and failed pages, and the homepage's
/// age, which is the time since it last said what the tables say. While the homepage fails, its age
/// grows; while nothing runs at all, none is reported, which the alarm counts as too old.
final class Reports {
  private final InstantSource clock;
  private final AtomicReference<Optional<Instant>> current =
      new AtomicReference<>(Optional.empty());

  Reports(InstantSource clock) {
    this.clock = clock;
  }

  /// Throws the first failure when each is told.
  void on(Rebuilt rebuilt) {
    if (rebuilt.current("index.html")) {
      current.set(Optional.of(clock.instant()));
    }
    current
        .get()
        .ifPresent(
            at -> Log.seconds("HomepageAge", Duration.between(at, clock.instant()).toSeconds()));
    for (var front : rebuilt.refused()) {
      Log.count("FrontRefused", Map.of("key", front.key(), "reason", front.reason()));
    }
    for (var id : rebuilt.waiting()) {
      Log.count("ArticleWaiting", Map.of("article", id));
    }
    for (var failure : rebuilt.failures()) {
      Log.count("FrontFailed", Map.of("key", failure.name()));
      Log.error(failure.name() + " not pressed", failure.fault());
    }
    if (!rebuilt.failures().isEmpty()) {
      throw rebuilt.failures().getFirst().fault();
    }
  }
}
