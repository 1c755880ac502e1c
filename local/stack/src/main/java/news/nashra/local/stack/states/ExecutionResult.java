package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;

/// How an execution of a state machine ended.
public sealed interface ExecutionResult {
  record Succeeded(JsonNode output) implements ExecutionResult {}

  record Failed(String error, String cause) implements ExecutionResult {}

  /// The output, or an exception that names the error and its cause.
  default JsonNode orThrow() {
    return switch (this) {
      case Succeeded succeeded -> succeeded.output();
      case Failed failed -> throw new IllegalStateException(failed.error() + ": " + failed.cause());
    };
  }
}
