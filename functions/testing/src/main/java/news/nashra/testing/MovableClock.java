package news.nashra.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that shows the same instant until a test moves it. Threads may read it side by side.
public final class MovableClock implements InstantSource {
  private volatile Instant now;

  public MovableClock(Instant start) {
    this.now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /// Moves the clock on.
  public void move(Duration by) {
    now = now.plus(by);
  }

  /// Sets the clock, also back.
  public void set(Instant instant) {
    now = instant;
  }
}
