package news.nashra.local.stack.runtime;

import java.util.Map;

/// Stands in for [System#getenv()] in the classes of one function. Each function's class loader has
/// a copy of this class with its own variables.
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
