package news.nashra.articles.copydesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// How often the Arabic desk is right: it finds nothing in good prose, and most of the slips that
/// were put into sentences.
class CleanTextsTest {
  private static final Path DEMO = Path.of("edition/demo");
  private static final Pattern SLIP = Pattern.compile("\\[(.*?)\\]");

  static Stream<String> cleanParagraphs() {
    return Stream.of("clean.ar.txt", "clean-sentences.ar.txt")
        .flatMap(file -> lines(file).stream());
  }

  @ParameterizedTest
  @MethodSource("cleanParagraphs")
  void goodProseIsLeftAlone(String paragraph) {
    assertThat(StyleRulesTest.desk("ar").check(Map.of("bodyHtml", "<p>" + paragraph + "</p>")))
        .isEmpty();
  }

  @Test
  void thereAreThirtyCleanParagraphsAndSixtySlips() {
    assertThat(lines("clean.ar.txt")).hasSizeGreaterThanOrEqualTo(30);
    assertThat(lines("slips.ar.txt")).hasSizeGreaterThanOrEqualTo(60);
  }

  /// No rule was made from the slips in `unseen.ar.txt`: they tell how often a slip is found in a
  /// text that the rules do not know.
  @ParameterizedTest
  @CsvSource({"slips.ar.txt, 92", "seen.ar.txt, 92", "unseen.ar.txt, 85"})
  void mostSlipsAreFound(String file, int percent) {
    var slips = lines(file);
    var missed = slips.stream().filter(line -> !isFound(line)).toList();
    int found = slips.size() - missed.size();
    assertThat(100 * found / slips.size()).as(missed.toString()).isGreaterThanOrEqualTo(percent);
  }

  private static boolean isFound(String line) {
    var slip = SLIP.matcher(line);
    assertThat(slip.find()).as(line).isTrue();
    var text = line.replace("[", "").replace("]", "");
    int from = slip.start();
    int to = from + slip.group(1).length();
    return StyleRulesTest.desk("ar").check(Map.of("summary", text)).stream()
        .anyMatch(finding -> finding.from() < to && finding.to() > from);
  }

  static Stream<Path> demoArticles() throws IOException {
    try (var files = Files.list(folder())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  /// Maven runs the tests of a module in its folder.
  private static Path folder() {
    return Files.exists(DEMO) ? DEMO : Path.of("../..").resolve(DEMO);
  }

  @ParameterizedTest
  @MethodSource("demoArticles")
  void theDemoEditionIsLeftAlone(Path file) throws IOException {
    var article = (ObjectNode) Json.read(Files.readString(file));
    assertThat(StyleRulesTest.desk("ar").check(CheckedFields.read(article))).isEmpty();
  }

  private static List<String> lines(String name) {
    try (var stream = CleanTextsTest.class.getResourceAsStream("/copydesk/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
