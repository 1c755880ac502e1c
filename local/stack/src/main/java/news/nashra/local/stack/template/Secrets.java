package news.nashra.local.stack.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;
import news.nashra.local.aws.PrivateFiles;

/// The secrets of this newspaper. Each is generated once and kept in a file of `directory`, which
/// only the user who runs the newspaper can read.
public record Secrets(Path directory) {
  /// A random secret, by the name of its resource.
  public String of(String name) {
    return of(
        name,
        () -> {
          var bytes = new byte[24];
          new SecureRandom().nextBytes(bytes);
          return HexFormat.of().formatHex(bytes);
        });
  }

  public synchronized String of(String name, Supplier<String> first) {
    var file = directory.resolve(name);
    try {
      if (!Files.exists(file)) {
        PrivateFiles.folder(directory);
        var draft = PrivateFiles.file(directory.resolve(name + ".new"));
        Files.writeString(draft, first.get());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      }
      PrivateFiles.file(file); // closes one from before
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
