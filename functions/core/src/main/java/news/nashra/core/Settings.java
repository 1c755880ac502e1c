package news.nashra.core;

import java.util.Map;
import java.util.Optional;

/// What the template tells a function through its environment.
public record Settings(Map<String, String> environment) {
  public Settings {
    environment = Map.copyOf(environment);
  }

  public static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  /// The value of `name`; a missing one stops the function at its start, by name.
  public String require(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("environment variable " + name + " is not set");
    }
    return value;
  }

  /// The value of `name`, absent when it is not set or blank.
  public Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public boolean has(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
