package news.nashra.local.stack.template;

import static org.assertj.core.api.Assertions.assertThat;

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
    var secret = new Secrets(folder).of("CommentKey");
    assertThat(secret).matches("[0-9a-f]{48}");
    assertThat(mode(folder)).isEqualTo("rwx------");
    assertThat(mode(folder.resolve("CommentKey"))).isEqualTo("rw-------");
    Files.setPosixFilePermissions(
        folder.resolve("CommentKey"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(new Secrets(folder).of("CommentKey")).isEqualTo(secret);
    assertThat(mode(folder.resolve("CommentKey"))).isEqualTo("rw-------");
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
