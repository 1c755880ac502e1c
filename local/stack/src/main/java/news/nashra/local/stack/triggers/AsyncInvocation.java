package news.nashra.local.stack.triggers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The [asynchronous
/// invocation](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html) of a function:
/// an event that fails is tried again, and goes to another function in the end. Threads may share
/// it.
final class AsyncInvocation implements AutoCloseable {
  private static final int DEFAULT_RETRIES = 2;
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);

  private final LambdaFunction function;
  private final int retries;
  private final Optional<LambdaFunction> onFailure;
  private final Duration firstPause;
  private volatile boolean open = true;

  /// @param retries how often a failed event is tried again
  /// @param onFailure gets what failed to the end
  /// @param firstPause before the first retry; each later one is twice as long
  AsyncInvocation(
      LambdaFunction function,
      int retries,
      Optional<LambdaFunction> onFailure,
      Duration firstPause) {
    this.function = function;
    this.retries = retries;
    this.onFailure = onFailure;
    this.firstPause = firstPause;
  }

  /// How the template's `EventInvokeConfig` has a function invoked.
  static AsyncInvocation read(
      Template template, LambdaFunction function, Map<String, ? extends LambdaFunction> functions) {
    var config =
        Optional.ofNullable(template.resources("AWS::Serverless::Function").get(function.name()))
            .flatMap(properties -> properties.find("EventInvokeConfig"));
    return new AsyncInvocation(
        function,
        config
            .flatMap(c -> c.find("MaximumRetryAttempts"))
            .map(TemplateValue::number)
            .orElse(DEFAULT_RETRIES),
        config
            .flatMap(c -> c.at("DestinationConfig", "OnFailure", "Destination"))
            .map(template::target)
            .<LambdaFunction>flatMap(name -> Optional.ofNullable(functions.get(name))),
        FIRST_RETRY);
  }

  /// Returns when the event is dealt with or given up, or this is closed.
  void deliver(Map<String, Object> event) {
    for (int made = 0; open; made++) {
      if (invoke(function, event)) {
        return;
      }
      if (made == retries) {
        onFailure.ifPresent(destination -> invoke(destination, exhausted(event)));
        return;
      }
      pause(made);
    }
  }

  private static Map<String, Object> exhausted(Map<String, Object> event) {
    return Map.of(
        "requestContext", Map.of("condition", "RetriesExhausted"), "requestPayload", event);
  }

  private static boolean invoke(LambdaFunction function, Map<String, Object> event) {
    try {
      function.invoke(Json.write(event).getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (LambdaFunction.Failed | RuntimeException e) {
      System.err.println(e.getMessage());
      return false;
    }
  }

  private void pause(int retriesMade) {
    try {
      Thread.sleep(firstPause.multipliedBy(1L << retriesMade));
    } catch (InterruptedException e) {
      open = false;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    open = false;
  }
}
