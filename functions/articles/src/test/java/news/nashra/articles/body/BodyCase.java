package news.nashra.articles.body;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// A body as it is pasted and as it is printed, from the files in `src/test/resources/bodies`.
///
/// A case begins with a line `= its name`. What is pasted follows to the letter; then, after a line
/// `->`, what is printed: its lines are joined without anything between them, and `⏎` stands for a
/// line break. A line `cleaned: script, p[onclick]` ends it; without one nothing may be cleaned.
public record BodyCase(String name, String pasted, String printed, List<String> cleaned) {
  private static final Path FOLDER = Path.of("src/test/resources/bodies");

  /// All cases, in the order of their files.
  public static List<BodyCase> all() {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().flatMap(BodyCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<BodyCase> read(Path file) {
    try {
      var parts = ("\n" + Files.readString(file)).split("\n= ", -1);
      return Arrays.stream(parts).skip(1).map(part -> read(file, part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyCase read(Path file, String text) {
    var name = file.getFileName() + ": " + text.lines().findFirst().orElseThrow();
    var halves = text.split("\n->", 2);
    if (halves.length < 2) {
      throw new IllegalArgumentException(name + " has no line ->");
    }
    var after = halves[1].lines().toList();
    var cleaned =
        after.stream()
            .filter(line -> line.startsWith("cleaned: "))
            .flatMap(line -> Arrays.stream(line.substring(9).split(", ")))
            .toList();
    var printed =
        after.stream()
            .filter(line -> !line.startsWith("cleaned: ") && !line.startsWith("#"))
            .map(String::strip)
            .reduce("", String::concat)
            .replace('⏎', '\n');
    return new BodyCase(name, halves[0].substring(halves[0].indexOf('\n') + 1), printed, cleaned);
  }

  @Override
  public String toString() {
    return name;
  }
}
