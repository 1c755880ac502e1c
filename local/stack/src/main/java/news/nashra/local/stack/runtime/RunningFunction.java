package news.nashra.local.stack.runtime;

/// Which function the current thread works for, itself or a thread that started it.
public final class RunningFunction {
  private static final InheritableThreadLocal<String> NAME = new InheritableThreadLocal<>();

  private RunningFunction() {}

  public static void run(String name, Runnable task) {
    NAME.set(name);
    task.run();
  }

  /// Its name, or `-`.
  public static String name() {
    var name = NAME.get();
    return name == null ? "-" : name;
  }
}
