package news.nashra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/// Asserts that something takes little time of the processor: other processes of a busy machine
/// take none of it.
public final class ProcessorTime {
  /// Generous: what is asserted takes some 50 ms when it is warm, and minutes when its time grows
  /// with the square of the length.
  private static final Duration BOUND = Duration.ofSeconds(2);

  private ProcessorTime() {}

  /// @param what to name it in the failure
  public static void assertLittle(String what, Runnable action) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    action.run();
    long nanos = threads.getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(nanos)).as(what).isLessThan(BOUND);
  }
}
