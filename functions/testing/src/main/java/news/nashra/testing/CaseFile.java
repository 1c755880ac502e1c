package news.nashra.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Test cases in a text file of `src/test/resources` that anybody can extend: one case a line, its
/// parts between `|` with spaces around it; the last part may contain more of them. Empty lines and
/// lines that begin with `# ` are left out. What cannot be seen is written as `\u200F`, `\n`, `\r`
/// or `\t`, and an empty part as `-`.
public final class CaseFile {
  private static final Path FOLDER = Path.of("src/test/resources");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9A-F]{4})|([nrt]))");

  private CaseFile() {}

  /// The cases, each as the arguments of a parameterized test.
  ///
  /// @param parts how many a case has
  public static Stream<Arguments> read(String name, int parts) {
    try {
      return Files.readAllLines(FOLDER.resolve(name)).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line ->
              Arguments.of(
                  (Object[])
                      Stream.of(line.split(" \\| ", parts))
                          .map(part -> unescape(part.strip()))
                          .toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unescape(String part) {
    if (part.equals("-")) {
      return "";
    }
    return ESCAPE
        .matcher(part)
        .replaceAll(found ->
            found.group(1) != null
                ? Character.toString(Integer.parseInt(found.group(1), 16))
                : switch (found.group(2)) {
                  case "n" -> "\n";
                  case "r" -> "\r";
                  default -> "\t";
                });
  }
}
