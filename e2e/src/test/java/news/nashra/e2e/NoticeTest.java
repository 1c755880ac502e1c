package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `NOTICE` names every library that is deployed.
class NoticeTest {
  private static final Pattern JAR = Pattern.compile("lib/(.+?)-(\\d[^/]*)\\.jar");

  private record Jar(String name, String version) {}

  @ParameterizedTest
  @ValueSource(strings = {"articles", "comments", "homepage", "media"})
  void everyLibraryOfAFunctionIsNamed(String module) throws IOException {
    var jars = jars(Newspaper.HOME.resolve("functions/" + module + "/target/" + module + ".zip"));
    var sdk = jars.stream().filter(jar -> jar.name().equals("s3")).findFirst().orElseThrow();
    var notice = Files.readString(Newspaper.HOME.resolve("NOTICE")).split("[\\s,]+");
    var unnamed =
        jars.stream()
            .filter(jar -> !jar.version().endsWith("-SNAPSHOT")) // a module of ours
            .filter(jar -> !jar.version().equals(sdk.version()))
            .filter(jar -> Arrays.stream(notice).noneMatch(word -> matches(word, jar.name())));
    assertThat(unnamed).isEmpty();
  }

  private static List<Jar> jars(Path zip) throws IOException {
    try (var file = new ZipFile(zip.toFile())) {
      return file.stream().map(NoticeTest::jar).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<Jar> jar(ZipEntry entry) {
    return Optional.of(JAR.matcher(entry.getName()))
        .filter(found -> found.matches())
        .map(found -> new Jar(found.group(1), found.group(2)));
  }

  /// Whether `word` is `name`, or ends in `*` where the rest of it is anything.
  private static boolean matches(String word, String name) {
    return word.equals(name)
        || word.endsWith("-*") && name.startsWith(word.substring(0, word.length() - 1));
  }
}
