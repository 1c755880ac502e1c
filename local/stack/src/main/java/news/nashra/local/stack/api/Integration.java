package news.nashra.local.stack.api;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.nashra.local.stack.runtime.LambdaFunction;

/// The way from the HTTP API to a function and back, with the limits that it has on AWS.
/// Thread-safe.
///
/// @param timeout how long the API waits; the function goes on
record Integration(Duration timeout) {
  /// The most bytes that [Lambda](
  /// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html) takes and gives in
  /// one invocation: 6 MB each.
  static final int MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("integration-", 0).factory());

  /// An HTTP API waits [at most](
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html) 30 s.
  static Integration ofHttpApi() {
    return new Integration(Duration.ofSeconds(30));
  }

  sealed interface Result {
    record Answered(byte[] payload) implements Result {}

    /// Lambda refuses the event with 413, which the API passes on.
    record EventTooLarge() implements Result {}

    /// The function failed, or gave an answer that Lambda does not let out, or was [throttled](
    /// https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html): "If the
    /// Lambda API rejects the invocation request, API Gateway returns a 500 error code". The API
    /// answers 500.
    record Failed(String reason) implements Result {}

    /// The API answers 503.
    record TimedOut(String reason) implements Result {}
  }

  Result invoke(LambdaFunction function, byte[] event) {
    if (event.length > MAX_PAYLOAD_BYTES) {
      return new Result.EventTooLarge();
    }
    var running = THREADS.submit(() -> function.invoke(event));
    try {
      var payload = running.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return payload.length > MAX_PAYLOAD_BYTES
          ? new Result.Failed(
              function.name()
                  + " answered "
                  + payload.length
                  + " bytes: Lambda lets out at most "
                  + MAX_PAYLOAD_BYTES)
          : new Result.Answered(payload);
    } catch (ExecutionException e) {
      return new Result.Failed(String.valueOf(message(e)));
    } catch (TimeoutException e) {
      return new Result.TimedOut(
          function.name() + " did not answer within " + timeout + ", as long as the API waits");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Result.Failed(function.name() + " was interrupted");
    }
  }

  private static String message(ExecutionException e) {
    var cause = e.getCause();
    return cause instanceof LambdaFunction.Failed failed
        ? String.valueOf(failed.getMessage())
        : String.valueOf(cause);
  }
}
