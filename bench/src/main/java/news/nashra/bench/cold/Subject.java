package news.nashra.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.testing.lambda.FunctionProcess;

/// What is started and asked.
///
/// @param command starts its runtime
/// @param folder where it starts
/// @param environment beside the address of the Runtime API
/// @param event what it is asked, each time with another headline
/// @param expected what each answer contains
record Subject(
    String name,
    List<String> command,
    Path folder,
    Map<String, String> environment,
    byte[] event,
    String expected) {
  /// In `events/publish-article.json`.
  private static final String HEADLINE = "مرحبا من نشرة";

  private static final AtomicLong EVENTS = new AtomicLong();

  /// The next event: an article of its own, as editors send them, and not one whose address is
  /// taken.
  byte[] nextEvent() {
    return new String(event, StandardCharsets.UTF_8)
        .replace(HEADLINE, HEADLINE + " " + EVENTS.incrementAndGet())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What is done with a function while its process runs.
  interface Life<T> {
    T of(FunctionProcess function) throws IOException, InterruptedException;
  }

  /// Starts it for one life. What goes wrong is told with all that it wrote.
  ///
  /// @param more variables of its environment
  <T> T live(Map<String, String> more, Life<T> life) throws IOException, InterruptedException {
    var all = new HashMap<>(environment);
    all.putAll(more);
    try (var function = new FunctionProcess(command, folder, all)) {
      try {
        return life.of(function);
      } catch (IllegalStateException e) {
        throw new IllegalStateException(name + ": " + function.log(), e);
      }
    }
  }

  boolean isJava() {
    return command.getFirst().endsWith("java");
  }

  Subject with(List<String> otherCommand) {
    return new Subject(name, otherCommand, folder, environment, event, expected);
  }

  Subject in(Path otherFolder) {
    return new Subject(name, command, otherFolder, environment, event, expected);
  }

  Subject named(String otherName) {
    return new Subject(otherName, command, folder, environment, event, expected);
  }
}
