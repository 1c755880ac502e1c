package news.nashra.core.aws;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongConsumer;
import news.nashra.core.PassingFailure;

/// Waits between two attempts with [full
/// jitter](https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/): up to 25 ms
/// before the first retry, doubling up to 800 ms.
public final class Backoff {
  private static final long FIRST_WAIT_MILLIS = 25;
  private static final int MAX_DOUBLINGS = 5;

  private static final ScopedValue<LongConsumer> SLEEPER = ScopedValue.newInstance();

  private Backoff() {}

  /// Runs `work` without sleeping: each wait calls `sleeper` with its upper limit in milliseconds
  /// instead. For a simulation that moves its own clock.
  public static void withSleeper(LongConsumer sleeper, Runnable work) {
    ScopedValue.where(SLEEPER, sleeper).run(work);
  }

  /// Waits before the `n`th retry, counted from 1.
  public static void beforeRetry(int n) {
    long maxMillis = FIRST_WAIT_MILLIS << Math.min(n - 1, MAX_DOUBLINGS);
    if (SLEEPER.isBound()) {
      SLEEPER.get().accept(maxMillis);
      return;
    }
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(maxMillis) + 1);
    } catch (InterruptedException e) {
      throw PassingFailure.interrupted(e);
    }
  }
}
