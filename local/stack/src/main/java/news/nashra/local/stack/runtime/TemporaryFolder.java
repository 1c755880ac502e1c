package news.nashra.local.stack.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// A folder with files that nobody needs after the process.
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /// A new folder, which the process deletes at its end.
  public static Path create() {
    try {
      var folder = Files.createTempDirectory("nashra");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteIfPossible(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static void deleteIfPossible(Path folder) {
    try {
      delete(folder);
    } catch (IOException | UncheckedIOException e) {
      // A thread writes there still; the system clears its folder of temporary files.
    }
  }
}
