package news.nashra.core;

import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// A value that is made when it is first asked for. Whoever asks meanwhile waits for it. A failure
/// is final: it is thrown to all who ask, so that a service that does not answer is asked once.
/// Thread-safe.
public final class Once<T> implements Supplier<T> {
  private final FutureTask<T> task;

  public Once(Supplier<T> maker) {
    this.task = new FutureTask<>(maker::get);
  }

  @Override
  public T get() {
    task.run(); // does nothing but the first time
    return Parallel.result(task);
  }
}
