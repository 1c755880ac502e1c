package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Compares every page with the tables by the template's state machine. It adds up what the
/// function answers, as metrics do on AWS. The log names the pages that differ.
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
    var answers = new ConcurrentLinkedQueue<JsonNode>();
    var tasks = stack.tasks();
    stack
        .execute(
            "AuditEverything",
            (function, event) -> {
              var patient = ((ObjectNode) event.deepCopy()).put("waitSeconds", waitSeconds);
              var answer = tasks.call(function, patient);
              answers.add(answer);
              return answer;
            })
        .orThrow();
    var outcome = Outcome.NOTHING;
    for (var answer : answers) {
      outcome = outcome.plus(answer);
    }
    return outcome;
  }
}
