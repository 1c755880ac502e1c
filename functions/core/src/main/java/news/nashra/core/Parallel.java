package news.nashra.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/// Runs tasks that mostly wait, in parallel. It uses platform threads: while a cold function on one
/// processor initialises classes, a virtual thread pins the only carrier thread.
public final class Parallel {
  /// The most tasks of one call that run at the same time, unless it says otherwise.
  public static final int MAX_THREADS = 32;

  private static final ScopedValue<Boolean> IN_ORDER = ScopedValue.newInstance();

  private Parallel() {}

  /// Runs `work` so that tasks run one after another in the thread of their caller. For a
  /// simulation that must be repeatable.
  public static void inOrder(Runnable work) {
    ScopedValue.where(IN_ORDER, true).run(work);
  }

  /// Runs two tasks and combines their results.
  public static <A, B, C> C both(Callable<A> first, Callable<B> second, BiFunction<A, B, C> join) {
    var a = new ArrayList<A>(1);
    var b = new ArrayList<B>(1);
    all(List.<Callable<Boolean>>of(() -> a.add(first.call()), () -> b.add(second.call())));
    return join.apply(a.getFirst(), b.getFirst());
  }

  /// Runs all tasks and returns their results in the order of the tasks. If any fail, the first
  /// failure is thrown after every task has ended.
  public static <T> List<T> all(List<? extends Callable<T>> tasks) {
    return all(tasks, MAX_THREADS);
  }

  /// The same with another limit than that of most calls.
  ///
  /// @param atOnce the most tasks that run at the same time
  public static <T> List<T> all(List<? extends Callable<T>> tasks, int atOnce) {
    return IN_ORDER.isBound() ? oneByOne(tasks) : sideBySide(tasks, atOnce);
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

  private static <T> List<T> sideBySide(List<? extends Callable<T>> tasks, int atOnce) {
    int threadCount = Math.clamp(tasks.size(), 1, atOnce);
    try (var threads = Executors.newFixedThreadPool(threadCount)) {
      var results = new ArrayList<T>(tasks.size());
      for (var done : threads.invokeAll(tasks)) {
        results.add(result(done));
      }
      return results;
    } catch (InterruptedException e) {
      throw PassingFailure.interrupted(e);
    }
  }

  /// What a task returns or throws, when it has ended.
  static <T> T result(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException fault
          ? fault
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw PassingFailure.interrupted(e);
    }
  }
}
