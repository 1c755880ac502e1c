package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A start that fails, in a process of its own: what it prints, and its exit code.
class MainTest {
  @TempDir Path home;

  private record Outcome(int code, String printed) {}

  @Test
  void aFaultThatNobodyForesawIsOneLineWithItsTraceInAFile() throws Exception {
    var outcome = start(Map.of("NASHRA_DYNAMODB", "http://no address", "NASHRA_S3", ""));
    var trace = home.resolve(".nashra/failed-start.txt");
    assertThat(outcome.printed())
        .isEqualTo(
            "nashra: did not start: java.net.URISyntaxException: Illegal character in authority at"
                + " index 9: http://no address; the whole trace is in "
                + trace
                + "\n");
    assertThat(trace).content().contains("at news.nashra.local.stack.Main.main");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void aFaultThatExplainsItselfIsOneLine() throws Exception {
    var outcome = start(Map.of("NASHRA_PORT", "newspaper"));
    assertThat(outcome)
        .isEqualTo(new Outcome(1, "nashra: did not start: NASHRA_PORT is no port: newspaper\n"));
  }

  @Test
  void aDataFolderThatCannotBeWrittenIsNamed() throws Exception {
    Files.writeString(home.resolve("file"), "");
    var outcome = start(Map.of("NASHRA_PORT", "0", "NASHRA_DATA", "file"));
    assertThat(outcome.printed())
        .startsWith("nashra: did not start: java.nio.file.FileAlreadyExistsException: ")
        .endsWith("cannot be written: set NASHRA_DATA to another folder\n");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void aDataFolderOfAnotherProcessIsNotTaken() throws Exception {
    var data = home.resolve(".nashra");
    try (var taken = DataFolder.take(data)) {
      assertThat(taken).isNotNull();
      assertThat(start(Map.of("NASHRA_PORT", "0")))
          .isEqualTo(
              new Outcome(
                  1,
                  "nashra: did not start: another newspaper runs with the data in "
                      + data
                      + ": stop it, or set NASHRA_DATA to another folder\n"));
    }
  }

  @Test
  void whatIsWrongWithAnEditionIsSaidInWords() {
    var fault = new IllegalStateException(new IllegalArgumentException("edition.json: no name"));
    assertThat(FailedStart.line(fault, home))
        .startsWith("nashra: did not start: edition.json: no name; the whole trace is in ");
  }

  private Outcome start(Map<String, String> environment) throws IOException, InterruptedException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-Dnashra.home=" + home,
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), printed);
  }
}
