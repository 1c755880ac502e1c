package news.nashra.local.aws;

import java.time.Duration;

/// Tells when something was written to a service of this process, so that a reader need not poll it
/// while nothing happens. Thread-safe.
public final class Writes {
  private final boolean known;
  private long count;

  private Writes(boolean known) {
    this.known = known;
  }

  static Writes none() {
    return new Writes(true);
  }

  /// The writes of a service in another process, which nobody counts.
  static Writes unknown() {
    return new Writes(false);
  }

  /// Wakes all who wait, for a write or for another reason to look.
  public synchronized void announce() {
    count++;
    notifyAll();
  }

  /// How many writes there were so far.
  public synchronized long count() {
    return count;
  }

  /// Waits until there were more than `seen` writes, at most for `limit`. Returns at once where
  /// writes are not counted.
  public synchronized void awaitMoreThan(long seen, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (known && count <= seen) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return;
      }
      wait(millis);
    }
  }
}
