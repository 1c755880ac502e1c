package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintTest {
  private static final Path HOME = Path.of(System.getProperty("nashra.home", ".."));

  @Test
  void namesTheSourcesOfAllModules() throws IOException {
    var lint = Files.readString(HOME.resolve("lint/pom.xml"));
    var modules =
        Files.readString(HOME.resolve("pom.xml"))
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("<module>"))
            .map(line -> line.replaceAll("</?module>", ""));
    var sources =
        modules
            .flatMap(module -> Stream.of(module + "/src/main/java", module + "/src/test/java"))
            .filter(source -> Files.isDirectory(HOME.resolve(source)));
    assertThat(sources).isNotEmpty().allSatisfy(source -> assertThat(lint).contains("/" + source));
  }
}
