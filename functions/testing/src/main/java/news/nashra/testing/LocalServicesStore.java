package news.nashra.testing;

import news.nashra.local.aws.LocalAws;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/// The services of a test run, started when the first test needs them and stopped by JUnit when the
/// last one has ended.
final class LocalServicesStore {
  private @Nullable LocalAws aws;

  void startIn(Store store) {
    aws = store.getOrComputeIfAbsent(Started.class, key -> new Started(), Started.class).aws;
  }

  LocalAws aws() {
    var started = aws;
    if (started == null) {
      throw new IllegalStateException(
          "the extension must be a static field with @RegisterExtension");
    }
    return started;
  }

  private static final class Started implements AutoCloseable {
    private final LocalAws aws = LocalAws.inMemory();

    @Override
    public void close() {
      aws.close();
    }
  }
}
