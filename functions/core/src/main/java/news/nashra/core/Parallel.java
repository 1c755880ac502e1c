package news.nashra.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;

/// Does independent waits side by side. On platform threads: a cold function on one processor
/// initialises classes in them, which pins a virtual thread to the only carrier there is.
public final class Parallel {
  /// More waits than this at once wait for each other.
  private static final int MAX_THREADS = 32;

  private static final ScopedValue<Boolean> IN_ORDER = ScopedValue.newInstance();

  private Parallel() {}

  /// Runs `work`, in which tasks run one after another in the thread of their caller: for a
  /// simulation that has to repeat itself.
  public static void inOrder(Runnable work) {
    ScopedValue.where(IN_ORDER, true).run(work);
  }

  /// What `join` makes of two results.
  public static <A, B, C> C both(Callable<A> first, Callable<B> second, BiFunction<A, B, C> join) {
    var a = new ArrayList<A>(1);
    var b = new ArrayList<B>(1);
    all(List.<Callable<Boolean>>of(() -> a.add(first.call()), () -> b.add(second.call())));
    return join.apply(a.getFirst(), b.getFirst());
  }

  /// The results in the order of the tasks. The first failure is thrown when every task has ended.
  public static <T> List<T> all(List<? extends Callable<T>> tasks) {
    return IN_ORDER.isBound() ? oneByOne(tasks) : sideBySide(tasks);
  }

  private static <T> List<T> oneByOne(List<? extends Callable<T>> tasks) {
    var results = new ArrayList<T>(tasks.size());
    var failures = new ArrayList<Exception>();
    for (var task : tasks) {
      try {
        results.add(task.call());
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.getFirst() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(failures.getFirst());
    }
    return results;
  }

  private static <T> List<T> sideBySide(List<? extends Callable<T>> tasks) {
    int threadCount = Math.clamp(tasks.size(), 1, MAX_THREADS);
    try (var threads = Executors.newFixedThreadPool(threadCount)) {
      var results = new ArrayList<T>(tasks.size());
      for (var done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
