package news.nashra.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Backoff;
import org.jspecify.annotations.Nullable;

/// A client, a batch of a stream or a scheduled run. It has a thread of its own, which runs only
/// between two stops at the gate.
final class Actor {
  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  private final String name;
  private final SimulatedClock clock;
  private final Semaphore idle;
  private final Semaphore go = new Semaphore(0);
  private final Thread thread;

  private @Nullable Call waiting;
  private Fate fate = Fate.DONE;
  private long heldSince;
  private long notBefore;
  private boolean stalled;
  private Optional<Long> deadline = Optional.empty();
  private int invocations;
  private volatile boolean done;
  private @Nullable Throwable failure;

  /// @param idle released at each stop and at the end
  Actor(String name, SimulatedClock clock, Semaphore idle, Runnable work) {
    this.name = name;
    this.clock = clock;
    this.idle = idle;
    this.thread = Thread.ofVirtual().name(name).unstarted(() -> run(work));
  }

  static Actor current() {
    return CURRENT.get();
  }

  String name() {
    return name;
  }

  /// The name of its current invocation of a function.
  String invocation() {
    return name + " " + invocations;
  }

  void start() {
    thread.start();
  }

  private void run(Runnable work) {
    try {
      ScopedValue.where(CURRENT, this)
          .run(() -> Parallel.inOrder(() -> Backoff.withSleeper(millis -> sleep(millis), work)));
    } catch (Throwable e) {
      failure = e;
    } finally {
      done = true;
      idle.release();
    }
  }

  /// Waits at the gate until the scheduler decides the fate of the call.
  Fate stop(Call call) {
    waiting = call;
    heldSince = clock.millis();
    idle.release();
    go.acquireUninterruptibly();
    waiting = null;
    return fate;
  }

  Instant now() {
    return clock.instant();
  }

  void sleep(long millis) {
    notBefore = clock.millis() + millis;
    if (stop(Call.pause()) == Fate.KILLED_BEFORE) {
      throw new Killed();
    }
  }

  /// Begins an invocation of a function that may last at most `timeout`.
  void invoking(Duration timeout) {
    deadline = Optional.of(clock.millis() + timeout.toMillis());
    invocations++;
  }

  void invoked() {
    deadline = Optional.empty();
  }

  void resume(Fate chosen) {
    fate = chosen;
    stalled = false;
    notBefore = 0;
    go.release();
  }

  /// The call at the gate.
  Call call() {
    if (waiting == null) {
      throw new IllegalStateException(name + " is not at the gate");
    }
    return waiting;
  }

  boolean overdue() {
    return deadline.filter(at -> at < clock.millis()).isPresent();
  }

  boolean heldFor(Duration time) {
    return clock.millis() - heldSince > time.toMillis();
  }

  /// Keeps it at the gate for some time.
  void stall(Duration time) {
    stalled = true;
    notBefore = clock.millis() + time.toMillis();
  }

  /// Whether its call was kept at the gate.
  boolean stalled() {
    return stalled;
  }

  long notBefore() {
    return notBefore;
  }

  boolean done() {
    return done;
  }

  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }
}
