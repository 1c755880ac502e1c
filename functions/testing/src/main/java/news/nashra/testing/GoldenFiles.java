package news.nashra.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Pages and feeds as they are meant to be, in `src/test/resources/golden` of a module. Run the
/// test with `-Dgolden.renew=true` to write them anew, and look at the difference.
public final class GoldenFiles {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  /// Asserts that `actual` is what the file `name` says, but for the style sheet and the hashes in
  /// the names of assets.
  public static void check(String name, String actual) {
    var text =
        actual
            .replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(/assets/\\w+)-[0-9a-f]{10}\\.", "$1-HASH.");
    var file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("golden.renew")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
