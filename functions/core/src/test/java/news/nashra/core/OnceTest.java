package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void allThreadsGetOneValue() {
    var once = new Once<>(made::incrementAndGet);
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
