package news.nashra.core;

import java.util.Map;
import java.util.Optional;

/// The environment variables that the CloudFormation template sets for a function.
public record Settings(Map<String, String> environment) {
  public Settings {
    environment = Map.copyOf(environment);
  }

  public static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  /// Returns the value of `name`. A missing one throws; the message names it.
  public String require(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("environment variable " + name + " is not set");
    }
    return value;
  }

  /// Returns the value of `name`; absent if it is not set or blank.
  public Optional<String> find(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  public boolean has(String name) {
    return !environment.getOrDefault(name, "").isBlank();
  }
}
