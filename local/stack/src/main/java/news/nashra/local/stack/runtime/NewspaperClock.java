package news.nashra.local.stack.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of all functions of a newspaper: that of the machine, unless it was set to another
/// time. It goes on from there. While a function deals with an event, its clock does not leap: a
/// press gives up when it sees that too much time went by. Thread-safe.
public final class NewspaperClock implements InstantSource {
  /// In the thread that deals with an event, and in those that it starts.
  @SuppressWarnings("ThreadLocalUsage") // each newspaper has a clock of its own
  private final InheritableThreadLocal<Duration> steady = new InheritableThreadLocal<>();

  private volatile Duration ahead = Duration.ZERO;

  @Override
  public Instant instant() {
    var kept = steady.get();
    return Instant.now().plus(kept == null ? ahead : kept);
  }

  public void set(Instant now) {
    ahead = Duration.between(Instant.now(), now);
  }

  /// Back to the time of the machine.
  public void reset() {
    ahead = Duration.ZERO;
  }

  /// From now on, the current thread does not see the clock leap.
  void hold() {
    steady.set(ahead);
  }

  void release() {
    steady.remove();
  }
}
