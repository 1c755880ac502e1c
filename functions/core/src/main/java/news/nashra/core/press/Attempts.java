package news.nashra.core.press;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import news.nashra.core.Parallel;

/// Runs tasks in parallel. A task that fails does not stop the others.
final class Attempts {
  private Attempts() {}

  /// A task of a group.
  record Task<G, T>(G group, Callable<T> work) {}

  /// A task that succeeded.
  record Completed<G, T>(G group, T result) {}

  private sealed interface Outcome<T> {
    record Success<T>(T result) implements Outcome<T> {}

    record Fault<T>(RuntimeException fault) implements Outcome<T> {}
  }

  /// Returns the tasks that succeeded, in their order, and passes the others to `failed`.
  static <G, T> List<Completed<G, T>> run(
      List<Task<G, T>> tasks, BiConsumer<G, RuntimeException> failed) {
    var outcomes = Parallel.all(tasks.stream().map(Attempts::catchFault).toList());
    var done = new ArrayList<Completed<G, T>>();
    for (int i = 0; i < tasks.size(); i++) {
      var group = tasks.get(i).group();
      switch (outcomes.get(i)) {
        case Outcome.Success<T> success -> done.add(new Completed<>(group, success.result()));
        case Outcome.Fault<T> fault -> failed.accept(group, fault.fault());
      }
    }
    return done;
  }

  private static <G, T> Callable<Outcome<T>> catchFault(Task<G, T> task) {
    return () -> {
      try {
        return new Outcome.Success<>(task.work().call());
      } catch (RuntimeException e) {
        return new Outcome.Fault<>(e);
      }
    };
  }
}
