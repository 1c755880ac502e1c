package news.nashra.local.stack.secrets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import news.nashra.local.aws.PrivateFiles;

/// The secrets of this newspaper. Each is generated once and kept in a file of `directory`, which
/// only the user who runs the newspaper can read.
public record Secrets(Path directory) {
  /// A secret that is there.
  public String of(String name) {
    return of(
        name,
        () -> {
          throw new IllegalStateException("there is no secret " + name);
        });
  }

  /// A secret, which is `first` until somebody changes it.
  public synchronized String of(String name, Supplier<String> first) {
    var file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        PrivateFiles.folder(directory);
        PrivateFiles.write(file, first.get().getBytes(StandardCharsets.UTF_8));
      }
      PrivateFiles.file(file); // closes one from before
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
