package news.nashra.local.stack.runtime;

import org.jspecify.annotations.Nullable;

/// A function that answers events, as its triggers see it. Thread-safe.
public interface LambdaFunction {
  /// The function threw, or did not answer in time.
  final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    public Failed(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /// The name of its resource.
  String name();

  /// Hands over an event of JSON and waits for the answer.
  byte[] invoke(byte[] event) throws Failed;
}
