package news.nashra.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import news.nashra.local.aws.PrivateFiles;
import news.nashra.local.stack.runtime.RunningFunction;

/// Standard output for people: a log line of a function is kept as it is in a file, and printed as
/// one line that can be read. A metric alone is not printed. All else is printed as it comes.
final class Console extends OutputStream {
  private static final JsonMapper JSON = new JsonMapper();
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final Set<String> NOT_FACTS =
      Set.of("level", "event", "requestId", "fault", "trace", "_aws", "Stage", "Edition");

  private final OutputStream log;
  private final PrintStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private Console(OutputStream log, PrintStream out) {
    this.log = log;
    this.out = out;
  }

  /// The log file of a data folder.
  static Path log(Path data) {
    return data.resolve("functions.jsonl");
  }

  /// @param data the data folder: its log file goes on after the lines of earlier starts
  /// @param out the console itself
  static PrintStream on(Path data, PrintStream out) throws IOException {
    PrivateFiles.folder(data);
    var file = PrivateFiles.file(log(data));
    var log = Files.newOutputStream(file, StandardOpenOption.APPEND);
    return new PrintStream(new Console(log, out), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int character) throws IOException {
    line.write(character);
    if (character == '\n') {
      var text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      print(text);
    }
  }

  private void print(String text) throws IOException {
    var logged = logged(text);
    if (logged.isEmpty()) {
      out.print(text);
      out.flush();
      return;
    }
    log.write(text.getBytes(StandardCharsets.UTF_8));
    readable(logged.get(), RunningFunction.current().name(), LocalTime.now(ZoneId.systemDefault()))
        .ifPresent(out::println);
  }

  private static Optional<JsonNode> logged(String text) {
    if (!text.startsWith("{")) {
      return Optional.empty();
    }
    try {
      var json = JSON.readTree(text);
      return json.has("level") && json.has("event") ? Optional.of(json) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /// The line for people; none for a metric that says nothing but its number.
  static Optional<String> readable(JsonNode logged, String function, LocalTime time) {
    var event = logged.path("event").asText();
    boolean metric = logged.has("_aws");
    var text = new StringBuilder();
    logged
        .properties()
        .forEach(fact -> {
          if (!NOT_FACTS.contains(fact.getKey()) && !(metric && fact.getKey().equals(event))) {
            var value = fact.getValue();
            text.append("  ").append(fact.getKey()).append('=');
            text.append(value.isTextual() ? value.asText() : value.toString());
          }
        });
    if (metric && text.isEmpty()) {
      return Optional.empty();
    }
    // The trace begins with the fault.
    var fault = logged.has("trace") ? logged.path("trace") : logged.path("fault");
    if (!fault.isMissingNode()) {
      text.append(System.lineSeparator()).append(fault.asText().strip());
    }
    var level = logged.path("level").asText();
    return Optional.of(
        "%s  %-16s  %-5s  %s%s".formatted(TIME.format(time), function, level, event, text));
  }
}
