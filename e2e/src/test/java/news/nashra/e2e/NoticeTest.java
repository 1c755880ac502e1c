package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.core.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `NOTICE` names every library that is deployed.
class NoticeTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d.*)\\.jar");

  private record Jar(String name, String version) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "functions/articles",
        "functions/comments",
        "functions/homepage",
        "functions/media",
        "desk"
      })
  void everyLibraryOfAFunctionIsNamed(String module) throws IOException {
    var jars = jars(Newspaper.HOME.resolve(module).resolve("target/libraries.txt"));
    var sdk = jars.stream().filter(jar -> jar.name().equals("s3")).findFirst().orElseThrow();
    var notice = Files.readString(Newspaper.HOME.resolve("NOTICE")).split("[\\s,]+");
    var unnamed =
        jars.stream()
            .filter(jar -> !jar.version().endsWith("-SNAPSHOT")) // a module of ours
            .filter(jar -> !jar.version().equals(sdk.version()))
            .filter(jar -> Arrays.stream(notice).noneMatch(word -> matches(word, jar.name())));
    assertThat(unnamed).isEmpty();
  }

  @Test
  void everyLibraryOfTheDeskIsNamed() throws IOException {
    var lock = Json.read(Files.readString(Newspaper.HOME.resolve("desk/package-lock.json")));
    var notice = Files.readString(Newspaper.HOME.resolve("NOTICE")).split("[\\s,]+");
    var bundled =
        lock.path("packages").properties().stream()
            .filter(e -> !e.getKey().isEmpty() && !e.getValue().path("dev").asBoolean())
            .map(e -> e.getKey().replaceFirst(".*node_modules/", ""));
    assertThat(bundled)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(notice).as(name).anyMatch(word -> matches(word, name)));
  }

  /// The jars of a class path that the build wrote down, in the zip as one.
  private static List<Jar> jars(Path classPath) throws IOException {
    return Arrays.stream(Files.readString(classPath).split(File.pathSeparator, -1))
        .map(path -> jar(Path.of(path).getFileName().toString()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Jar> jar(String file) {
    return Optional.of(JAR.matcher(file))
        .filter(found -> found.matches())
        .map(found -> new Jar(found.group(1), found.group(2)));
  }

  /// Whether `word` is `name`, or ends in `*` where the rest of it is anything.
  private static boolean matches(String word, String name) {
    return word.equals(name)
        || word.endsWith("-*") && name.startsWith(word.substring(0, word.length() - 1));
  }
}
