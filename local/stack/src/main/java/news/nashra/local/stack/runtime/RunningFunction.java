package news.nashra.local.stack.runtime;

import java.time.InstantSource;
import java.util.Map;

/// The function that a thread works for, with its environment and its clock: known to its own
/// threads, and to those that they start.
public record RunningFunction(String name, Map<String, String> environment, InstantSource clock) {
  private static final RunningFunction NONE =
      new RunningFunction("-", Map.of(), InstantSource.system());

  @SuppressWarnings("ThreadLocalUsage") // one for all
  private static final InheritableThreadLocal<RunningFunction> CURRENT =
      new InheritableThreadLocal<>();

  /// That of the current thread; without one, the name is `-`.
  public static RunningFunction current() {
    var function = CURRENT.get();
    return function == null ? NONE : function;
  }

  /// Runs `task` in this thread, which works for no other function before or after.
  public void run(Runnable task) {
    CURRENT.set(this);
    task.run();
  }
}
