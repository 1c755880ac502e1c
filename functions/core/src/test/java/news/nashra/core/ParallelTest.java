package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {
  @Test
  void noMoreThanItsLimitRunAtOnceAndResultsKeepTheOrderOfTheTasks() {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var tasks =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(n ->
                () -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  Thread.sleep(40 - 5 * n);
                  running.decrementAndGet();
                  return n;
                })
            .toList();
    assertThat(Parallel.all(tasks, 2)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(most).hasValueLessThanOrEqualTo(2);
  }
}
