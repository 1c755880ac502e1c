package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void allThreadsGetOneValue() {
    var once =
        new Once<>(() -> {
          int value = made.incrementAndGet();
          LockSupport.parkNanos(Duration.ofMillis(50).toNanos()); // the others ask meanwhile
          return value;
        });
    assertThat(made).hasValue(0);
    Callable<Integer> get = once::get;
    assertThat(Parallel.all(Collections.nCopies(20, get))).containsOnly(1);
  }

  @Test
  void aFailureIsFinal() {
    var once =
        new Once<>(() -> {
          throw new IllegalArgumentException("fault " + made.incrementAndGet());
        });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(once::get)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("fault 1");
    }
  }
}
