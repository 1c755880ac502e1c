package news.nashra.local.stack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of all functions of a newspaper: that of the machine, unless it was set to another
/// time. It goes on from there. Threads may share it.
final class MovableClock implements InstantSource {
  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }

  void set(Instant now) {
    ahead = Duration.between(Instant.now(), now);
  }

  /// Back to the time of the machine.
  void reset() {
    ahead = Duration.ZERO;
  }
}
