package news.nashra.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock of a world. It only moves when the scheduler moves it. Thread-safe.
final class SimulatedClock implements InstantSource {
  static final Instant START = Instant.parse("2026-02-23T08:00:00Z");

  private volatile long millis = START.toEpochMilli();

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis);
  }

  @Override
  public long millis() {
    return millis;
  }

  void move(Duration time) {
    millis += time.toMillis();
  }
}
