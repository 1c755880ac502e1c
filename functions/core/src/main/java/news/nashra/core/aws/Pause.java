package news.nashra.core.aws;

import java.util.concurrent.ThreadLocalRandom;

/// Waits between two tries: [full
/// jitter](https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/), up to 25 ms
/// before the first repetition, doubling up to 800 ms.
public final class Pause {
  private static final long FIRST_MILLIS = 25;
  private static final int DOUBLINGS = 5;

  private Pause() {}

  /// Waits before the `n`th repetition, counted from 1.
  public static void before(int n) {
    try {
      Thread.sleep(
          ThreadLocalRandom.current().nextLong(FIRST_MILLIS << Math.min(n - 1, DOUBLINGS)) + 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", e);
    }
  }
}
