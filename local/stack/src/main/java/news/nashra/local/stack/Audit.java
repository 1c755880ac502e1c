package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import news.nashra.core.http.Json;

/// Compares every page with the tables, as the template's state machine does each night. The log
/// names the pages that differ.
public final class Audit {
  private final Stack stack;
  private final int waitSeconds;

  /// @param waitSeconds between two looks at a page that differs
  public Audit(Stack stack, int waitSeconds) {
    this.stack = stack;
    this.waitSeconds = waitSeconds;
  }

  /// How many pages differ from the tables.
  public record Outcome(int stale, int missing, int superfluous) {
    private static final Outcome NOTHING = new Outcome(0, 0, 0);

    private Outcome plus(JsonNode answer) {
      return new Outcome(
          stale + answer.path("stale").asInt(),
          missing + answer.path("missing").asInt(),
          superfluous + answer.path("superfluous").asInt());
    }

    @Override
    public String toString() {
      return "%d pages stale, %d missing, %d superfluous".formatted(stale, missing, superfluous);
    }
  }

  public Outcome run() {
    var outcome = Outcome.NOTHING;
    for (var slice : invoke(Json.read("{}")).path("slices")) {
      outcome = outcome.plus(invoke(slice));
    }
    outcome = outcome.plus(invoke(Json.read("{\"fronts\": true}")));
    var keys = invoke(Json.read("{\"after\": \"\"}"));
    for (; keys.has("after"); keys = invoke(keys)) {
      outcome = outcome.plus(keys);
    }
    return outcome.plus(keys);
  }

  private JsonNode invoke(JsonNode event) {
    var patient = ((ObjectNode) event).put("waitSeconds", waitSeconds);
    var answer = stack.invoke("AuditSite", patient.toString().getBytes(StandardCharsets.UTF_8));
    return Json.read(new String(answer, StandardCharsets.UTF_8));
  }
}
