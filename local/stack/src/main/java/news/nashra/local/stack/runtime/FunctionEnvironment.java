package news.nashra.local.stack.runtime;

import java.util.Map;
import java.util.function.Supplier;

/// Replaces [System#getenv()] in the classes of one loader. Each [RedirectingLoader] loads a copy
/// of this class and sets its variables.
public final class FunctionEnvironment {
  private static volatile Supplier<Map<String, String>> variables = Map::of;

  private FunctionEnvironment() {}

  public static void set(Supplier<Map<String, String>> values) {
    variables = values;
  }

  public static Map<String, String> getenv() {
    return variables.get();
  }

  @SuppressWarnings("NullAway") // as System.getenv does
  public static String getenv(String name) {
    return variables.get().get(name);
  }
}
