package news.nashra.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Templates are HTML that a designer can read.
class TemplateStyleTest {
  private static final Set<String> VOID =
      Set.of("br", "img", "input", "link", "meta", "source", "wbr");
  private static final Pattern CODE = Pattern.compile("\\$(unsafe)?\\{[^{}]*}|!\\{[^{}]*}");
  private static final Pattern OPENING = Pattern.compile("<([a-z][a-z0-9]*)|@(if|for)\\(");
  private static final Pattern CLOSING = Pattern.compile("</[a-z][a-z0-9]*>|@end(if|for)");
  private static final Pattern OUTDENTED = Pattern.compile("(</|@end|@else).*");

  /// A line that goes on with a tag or a call.
  private static final Pattern CONTINUED = Pattern.compile("([a-z-]+=\"|[a-z]+ = ).*");

  static List<Path> templates() throws IOException {
    try (var files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().matches(".*/src/main/jte/.*[.]jte"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noLineIsLongerThan140Columns(Path template) {
    assertThat(Features.read(template).lines()).allMatch(line -> line.length() <= 140);
  }

  @ParameterizedTest
  @MethodSource("templates")
  void noLineHasATabOrEndsInASpace(Path template) {
    assertThat(Features.read(template).lines())
        .noneMatch(line -> line.contains("\t") || line.endsWith(" "));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void whatIsInsideIsIndentedByTwoSpaces(Path template) {
    int depth = 0;
    for (var line : Features.read(template).lines().toList()) {
      var text = CODE.matcher(line.strip()).replaceAll("");
      if (!CONTINUED.matcher(text).matches()) {
        int wanted = OUTDENTED.matcher(text).matches() ? depth - 1 : depth;
        assertThat(line.length() - line.stripLeading().length()).as(line).isEqualTo(2 * wanted);
      }
      depth += count(OPENING, text) - count(CLOSING, text);
    }
    assertThat(depth).isZero();
  }

  private static int count(Pattern pattern, String text) {
    return (int)
        pattern
            .matcher(text)
            .results()
            .filter(tag -> tag.groupCount() < 1 || !VOID.contains(String.valueOf(tag.group(1))))
            .count();
  }
}
