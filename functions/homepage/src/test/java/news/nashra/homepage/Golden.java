package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import news.nashra.core.press.Page;

/// The expected pages in `src/test/resources/golden`, without their style sheet and the hashes in
/// file names. `mvn test -Dtest=GoldenTest -Dgolden.renew=true` writes them again; review the
/// difference.
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, Page page) {
    var text =
        new String(((Page.Present) page).bytes(), StandardCharsets.UTF_8)
            .replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(/assets/\\w+)-[0-9a-f]{10}\\.", "$1-HASH.");
    try {
      var file = FOLDER.resolve(name);
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
