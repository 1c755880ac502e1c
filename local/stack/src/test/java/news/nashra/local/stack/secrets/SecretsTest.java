package news.nashra.local.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path data;

  @Test
  void aSecretIsGeneratedOnceAndClosedToOthers() throws IOException {
    var folder = data.resolve("secrets");
    assertThat(new Secrets(folder).of("CommentKey", () -> "first")).isEqualTo("first");
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("CommentKey"))).isEqualTo("rw-------");
    Files.setPosixFilePermissions(
        folder.resolve("CommentKey"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(new Secrets(folder).of("CommentKey", () -> "second")).isEqualTo("first");
    assertThat(mode(folder.resolve("CommentKey"))).isEqualTo("rw-------");
  }

  @Test
  void aSecretThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new Secrets(data).of("CommentKey"))
        .hasMessage("there is no secret CommentKey");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
