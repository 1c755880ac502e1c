package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// The permissions that functions needed, each once, in the file that the system property
/// `nashra.calls` names. `.ci/permissions.py` compares them with the policies of the template.
/// Thread-safe; several processes may share the file.
final class RecordedCalls {
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

  private RecordedCalls() {}

  /// Takes lines, each in a thread of the function that it is about; absent if nothing is recorded.
  static Optional<Consumer<String>> ofRunningFunctions() {
    return Optional.ofNullable(System.getProperty("nashra.calls"))
        .map(Path::of)
        .map(file -> line -> write(file, RunningFunction.current().name() + "\t" + line));
  }

  private static void write(Path file, String line) {
    if (SEEN.add(line)) {
      try {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
