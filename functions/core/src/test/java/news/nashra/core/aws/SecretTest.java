package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

@NullUnmarked
class SecretTest {
  private static final int THREADS = 8;

  private final MovableClock clock = new MovableClock(Instant.parse("2026-02-23T08:00:00Z"));
  private final AtomicInteger reads = new AtomicInteger();
  private volatile String text = "first";
  private volatile Runnable whileReading = () -> {};

  private final Secret<List<String>> secret =
      new Secret<>("CommentKey", this::read, SecretTest::parse, clock);

  private String read() {
    reads.incrementAndGet();
    whileReading.run();
    return text;
  }

  private static List<String> parse(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("the secret is empty");
    }
    return List.of(text);
  }

  private void down() {
    whileReading =
        () -> {
          throw SdkClientException.create("no answer");
        };
  }

  @Test
  void nothingIsReadBeforeItIsNeeded() {
    assertThat(reads).hasValue(0);
    assertThat(secret.get()).containsExactly("first");
    assertThat(reads).hasValue(1);
  }

  @Test
  void afterAFirstReadThatHungNoOtherIsMadeAtOnce() {
    whileReading =
        () -> {
          clock.move(Secret.FIRST_RETRY_AFTER.plusSeconds(3));
          throw SdkClientException.create("timed out");
        };
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(secret::get).isInstanceOf(UnreadableSecret.class);
    }
    assertThat(reads).hasValue(1);
    whileReading = () -> {};
    clock.move(Secret.FIRST_RETRY_AFTER);
    assertThat(secret.get()).containsExactly("first");
  }

  @Test
  void aRotationIsSeenWhenTheValueIsOld() {
    secret.get();
    text = "second";
    clock.move(Secret.MAX_AGE.minusMillis(1));
    assertThat(secret.get()).containsExactly("first");
    assertThat(reads).hasValue(1);
    clock.move(Duration.ofMillis(1));
    assertThat(secret.get()).containsExactly("second");
    assertThat(secret.get()).containsExactly("second");
    assertThat(reads).hasValue(2);
  }

  @Test
  void theSameTextIsTheSameValue() {
    var value = secret.get();
    clock.move(Secret.MAX_AGE);
    assertThat(secret.get()).isSameAs(value);
    assertThat(reads).hasValue(2);
  }

  @Test
  void aClockThatWasSetBackEndsAValue() {
    secret.get();
    text = "second";
    clock.move(Duration.ofHours(-1));
    assertThat(secret.get()).containsExactly("second");
  }

  @Test
  void anOutageKeepsTheLastValueAndIsNotAskedByEachRequest() {
    secret.get();
    down();
    clock.move(Secret.MAX_AGE);
    for (int i = 0; i < 3; i++) {
      assertThat(secret.get()).containsExactly("first");
    }
    assertThat(reads).hasValue(2);
    clock.move(Secret.RETRY_AFTER);
    assertThat(secret.get()).containsExactly("first");
    assertThat(reads).hasValue(3);
    whileReading = () -> {};
    text = "second";
    clock.move(Secret.RETRY_AFTER);
    assertThat(secret.get()).containsExactly("second");
  }

  @Test
  void aTextThatIsNotValidKeepsTheLastValue() {
    secret.get();
    text = "";
    clock.move(Secret.MAX_AGE);
    assertThat(secret.get()).containsExactly("first");
    text = "second";
    clock.move(Secret.RETRY_AFTER);
    assertThat(secret.get()).containsExactly("second");
  }

  @Test
  void aFirstReadingThatFailsIsTriedAgainALittleLater() {
    down();
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(secret::get)
          .isInstanceOf(UnreadableSecret.class)
          .hasMessage("the secret CommentKey cannot be read: no answer");
    }
    assertThat(reads).hasValue(1);
    whileReading = () -> {};
    clock.move(Secret.FIRST_RETRY_AFTER);
    assertThat(secret.get()).containsExactly("first");
  }

  @Test
  void aFirstTextThatIsNotValidIsNoValue() {
    text = "";
    assertThatThrownBy(secret::get)
        .isInstanceOf(UnreadableSecret.class)
        .hasMessage("the secret CommentKey cannot be read: the secret is empty");
  }

  @Test
  void severalThreadsReadTheFirstValueOnce() throws Exception {
    whileReading = SecretTest::aMoment;
    assertThat(together(secret)).containsOnly(List.of("first"));
    assertThat(reads).hasValue(1);
  }

  @Test
  void severalThreadsLearnOfTheSameFailure() throws Exception {
    whileReading =
        () -> {
          aMoment();
          throw SdkClientException.create("no answer");
        };
    var failures =
        together(() -> {
          try {
            return secret.get().toString();
          } catch (UnreadableSecret e) {
            return "unreadable";
          }
        });
    assertThat(failures).hasSize(THREADS).containsOnly("unreadable");
    assertThat(reads).hasValue(1);
  }

  @Test
  void whileOneThreadReadsAgainTheOthersUseTheLastValue() throws Exception {
    secret.get();
    text = "second";
    clock.move(Secret.MAX_AGE);
    var started = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    whileReading =
        () -> {
          started.countDown();
          await(mayEnd);
        };
    try (var threads = Executors.newFixedThreadPool(1)) {
      var reader = threads.submit(secret::get);
      await(started);
      assertThat(secret.get()).containsExactly("first");
      mayEnd.countDown();
      assertThat(reader.get()).containsExactly("second");
    }
    assertThat(secret.get()).containsExactly("second");
    assertThat(reads).hasValue(2);
  }

  private static <T> List<T> together(Supplier<T> task) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      Callable<T> call = task::get;
      return threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> call).toList()).stream()
          .map(future -> {
            try {
              return future.get();
            } catch (InterruptedException | ExecutionException e) {
              throw new IllegalStateException(e);
            }
          })
          .toList();
    }
  }

  private static void aMoment() {
    await(new CountDownLatch(1), 100);
  }

  private static void await(CountDownLatch latch) {
    if (!await(latch, 10_000)) {
      throw new IllegalStateException("waited in vain");
    }
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
