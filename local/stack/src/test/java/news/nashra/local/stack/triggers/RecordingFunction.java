package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;

/// A function that keeps its events and does with each what a test says.
final class RecordingFunction implements LambdaFunction {
  /// Answers an event, or fails by throwing.
  interface Behavior {
    String answer(JsonNode event) throws Failed;
  }

  private final String name;
  private final Behavior behavior;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  RecordingFunction(String name, Behavior behavior) {
    this.name = name;
    this.behavior = behavior;
  }

  /// A function that answers nothing.
  static RecordingFunction silent(String name) {
    return new RecordingFunction(name, event -> "");
  }

  /// A function that fails for each event.
  static RecordingFunction failing(String name) {
    return new RecordingFunction(
        name,
        event -> {
          throw new Failed(name + " failed: as asked", null);
        });
  }

  /// What it was called with, in order.
  List<JsonNode> events() {
    return events;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte[] invoke(byte[] event) throws Failed {
    var read = Json.read(new String(event, StandardCharsets.UTF_8));
    events.add(read);
    return behavior.answer(read).getBytes(StandardCharsets.UTF_8);
  }
}
