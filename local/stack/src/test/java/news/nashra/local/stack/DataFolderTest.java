package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path home;

  @Test
  void aFolderIsForOneNewspaperAtATime() throws IOException {
    var folder = home.resolve("data");
    try (var first = DataFolder.take(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> DataFolder.take(folder))
          .hasMessage(
              "another newspaper runs with the data in %s: stop it, or set NASHRA_DATA to another folder"
                  .formatted(folder));
    }
    try (var next = DataFolder.take(folder)) {
      assertThat(next).isNotNull();
    }
  }
}
