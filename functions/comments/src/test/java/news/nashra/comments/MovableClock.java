package news.nashra.comments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that keeps its time until it is moved.
public final class MovableClock implements InstantSource {
  private Instant now = Instant.parse("2026-02-23T08:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void move(Duration by) {
    now = now.plus(by);
  }
}
