package news.nashra.local.stack.runtime;

import java.time.InstantSource;

/// Stands in for [InstantSource#system()] in the classes of one function, as [FunctionEnvironment]
/// does for the environment.
public final class FunctionClock {
  private static volatile InstantSource clock = InstantSource.system();

  private FunctionClock() {}

  public static void set(InstantSource source) {
    clock = source;
  }

  public static InstantSource system() {
    return clock;
  }
}
