package news.nashra.local.stack.runtime;

import org.jspecify.annotations.Nullable;

/// A function that answers events, as its triggers see it. Thread-safe.
public interface LambdaFunction {
  /// The function threw, or did not answer in time.
  class Failed extends Exception {
    private static final long serialVersionUID = 1;

    public Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// Lambda refused the event with 429, `TooManyRequestsException`: as many events are being
  /// handled as the function has [reserved concurrency](
  /// https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html).
  final class Throttled extends Failed {
    private static final long serialVersionUID = 1;

    public Throttled(String function, int concurrency) {
      super(function + " is throttled: it handles " + concurrency + " events already", null);
    }
  }

  /// The name of its resource.
  String name();

  /// Hands over an event of JSON and waits for the answer.
  byte[] invoke(byte[] event) throws Failed;
}
