package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Loads the libraries of a deployment package once for all of its functions, also for those of
/// another newspaper in this process: the AWS SDK alone has thousands of classes. They see the
/// environment and the clock of the function for which a thread runs, and the classes of none.
final class FunctionLibraries extends RedirectingLoader {
  /// Where the AWS SDK looks for interceptors of all its clients.
  private static final String GLOBAL_INTERCEPTORS =
      "software/amazon/awssdk/global/handlers/execution.interceptors";

  private volatile boolean recording;
  private volatile boolean discarded;

  FunctionLibraries(List<URL> jars) {
    super(
        jars,
        ClassLoader.getPlatformClassLoader(),
        List.of(FunctionEnvironment.class, FunctionClock.class, CallRecorder.class),
        () -> RunningFunction.current().environment(),
        () -> RunningFunction.current().clock().instant());
  }

  /// Passes each permission that a call to AWS needs to `calls`, in the thread of the call.
  void record(Consumer<String> calls) {
    recording = true;
    set(CallRecorder.class, Consumer.class, calls);
  }

  /// Makes the functions that share these classes load new ones.
  void discard() {
    discarded = true;
  }

  boolean isDiscarded() {
    return discarded;
  }

  @Override
  public Enumeration<URL> findResources(String name) throws IOException {
    if (recording && name.equals(GLOBAL_INTERCEPTORS)) {
      return Collections.enumeration(
          List.of(
              Objects.requireNonNull(
                  FunctionLibraries.class.getResource("execution.interceptors"))));
    }
    return super.findResources(name);
  }
}
