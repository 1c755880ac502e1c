package news.nashra.local.stack.runtime;

import java.util.Map;

/// Replaces [System#getenv()] in the classes of one function. Each [RedirectingLoader] loads a copy
/// of this class and sets its variables.
public final class FunctionEnvironment {
  private static volatile Map<String, String> variables = Map.of();

  private FunctionEnvironment() {}

  public static void set(Map<String, String> values) {
    variables = Map.copyOf(values);
  }

  public static Map<String, String> getenv() {
    return variables;
  }

  @SuppressWarnings("NullAway") // as System.getenv does
  public static String getenv(String name) {
    return variables.get(name);
  }
}
