package news.nashra.articles.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import news.nashra.core.Instants;

/// A clock that one can wait for.
///
/// @param sleep waits for some milliseconds
record Waiting(InstantSource clock, LongConsumer sleep) {
  Instant now() {
    return Instants.now(clock);
  }

  /// Returns when `instant` has come, never before.
  void until(Instant instant) {
    for (var now = now(); now.isBefore(instant); now = now()) {
      sleep.accept(Duration.between(now, instant).toMillis());
    }
  }
}
