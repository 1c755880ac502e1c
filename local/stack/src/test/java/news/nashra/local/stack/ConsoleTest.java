package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import news.nashra.local.stack.runtime.RunningFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
  private static final String METRIC =
      "{\"level\":\"INFO\",\"requestId\":\"x\",\"event\":\"HomepageAge\",\"Stage\":\"prod\",\"Edition\":\"local\",\"_aws\":{\"Timestamp\":1},\"HomepageAge\":0}";

  @TempDir Path data;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void aLogLineIsReadableAndKeptAsItIs() throws IOException {
    var line = "{\"level\":\"WARN\",\"event\":\"foreign key\",\"key\":\"مفتاح\",\"times\":2}";
    print("RebuildHomepage", line);
    assertThat(printed())
        .matches(
            "\\d\\d:\\d\\d:\\d\\d  RebuildHomepage   WARN   foreign key  key=مفتاح  times=2\\R");
    assertThat(Console.log(data)).hasContent(line);
  }

  @Test
  void aMetricIsKeptAndNotPrinted() throws IOException {
    print("RebuildHomepage", METRIC);
    assertThat(printed()).isEmpty();
    assertThat(Console.log(data)).hasContent(METRIC);
  }

  @Test
  void aMetricWithFactsIsPrintedWithoutItsDefinition() throws IOException {
    print(
        "RebuildHomepage",
        "{\"level\":\"INFO\",\"event\":\"FrontFailed\",\"key\":\"index.html\",\"_aws\":{},"
            + "\"FrontFailed\":1}");
    assertThat(printed()).endsWith("  INFO   FrontFailed  key=index.html" + System.lineSeparator());
  }

  @Test
  void aFaultIsPrintedWithItsTrace() throws IOException {
    print(
        "ReadArticles",
        "{\"level\":\"ERROR\",\"event\":\"request failed\",\"fault\":\"X: y\","
            + "\"trace\":\"X: y\\n\\tat here\\nCaused by: Z\\n\"}");
    assertThat(printed().lines().skip(1)).containsExactly("X: y", "\tat here", "Caused by: Z");
  }

  @Test
  void whatIsNoLogLineIsPrintedAsItComes() throws IOException {
    print("-", "\n{\"a\": 1}\n{ no JSON\nplain");
    assertThat(printed()).isEqualTo("\n{\"a\": 1}\n{ no JSON\nplain\n");
    assertThat(Console.log(data)).isEmptyFile();
  }

  @Test
  void theLogGoesOnAfterARestart() throws IOException {
    print("-", METRIC);
    print("-", METRIC);
    assertThat(Files.readAllLines(Console.log(data))).containsExactly(METRIC, METRIC);
  }

  private void print(String function, String text) throws IOException {
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    try (var console = Console.on(data, out)) {
      new RunningFunction(function, Map.of(), InstantSource.system())
          .run(() -> console.print(text + "\n"));
    }
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
