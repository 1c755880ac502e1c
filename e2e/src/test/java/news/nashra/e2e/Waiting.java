package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Waits for what a newspaper does in its own time.
final class Waiting {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private Waiting() {}

  /// Looks again and again until something holds; an [AssertionError] if it does not in time.
  ///
  /// @param what is waited for
  static void await(Duration patience, String what, BooleanSupplier holds) {
    var end = Instant.now().plus(patience);
    while (!holds.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      pause(BETWEEN_LOOKS);
    }
  }

  /// Waits for a time, not at all if it is negative.
  static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
