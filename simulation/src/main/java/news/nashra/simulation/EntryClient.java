package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Cursor;
import news.nashra.simulation.Ledger.Outcome;
import news.nashra.simulation.Operation.Kind;
import org.jspecify.annotations.NullUnmarked;

/// An editor who performs one operation on an entry of live coverage. When the answer is lost, an
/// entry that was added is sent again with its key; before any other change the editor looks first.
@NullUnmarked
final class EntryClient {
  private static final int TRIES = 12;
  private static final long PAUSE_MILLIS = 1500;

  private final Operation operation;
  private final Functions functions;
  private final String article;
  private final String number;

  /// @param target id of the article, and the number of the entry unless that is to be added,
  ///   `<article> <number>`
  EntryClient(Operation operation, Functions functions, String target) {
    var parts = target.split(" ");
    this.operation = operation;
    this.functions = functions;
    this.article = parts[0];
    this.number = parts.length > 1 ? parts[1] : "";
  }

  /// What became of the operation.
  ///
  /// @param id of the entry, `<article> <number>`
  /// @param revision of the entry
  record Result(Outcome outcome, String id, long revision) {}

  Result act() {
    return operation.kind() == Kind.ADD_ENTRY ? add() : change();
  }

  private Result add() {
    var entry = new HashMap<String, Object>(Map.of("bodyHtml", body()));
    if (operation.detail().equals("pinned")) {
      entry.put("pinned", true);
    }
    for (int n = 0; n < TRIES; n++) {
      var headers = Map.of("idempotency-key", operation.key());
      var answer = send("POST /api/articles/{id}/entries", Map.of("id", article), headers, entry);
      if (answer.status() < 500) {
        return result(answer, article + " " + answer.body().path("number").asText());
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
    return new Result(Outcome.LOST, "", 0);
  }

  private Result change() {
    var id = article + " " + number;
    for (int n = 0; n < TRIES; n++) {
      var list = list();
      if (list.status() < 500) {
        var entry = find(list.body());
        if (entry.isEmpty()) {
          boolean removed = operation.kind() == Kind.REMOVE_ENTRY;
          return new Result(removed ? Outcome.ACKNOWLEDGED : Outcome.REFUSED, id, 0);
        }
        if (isDone(entry.get())) {
          return new Result(Outcome.ACKNOWLEDGED, id, entry.get().path("revision").asLong());
        }
        var answer = change(entry.get());
        if (answer.status() / 100 == 2 || answer.status() == 409) {
          return result(answer, id);
        }
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
    return new Result(Outcome.LOST, id, 0);
  }

  private Functions.Answer change(JsonNode entry) {
    var seen = Map.of("if-match", "\"" + entry.path("revision").asText() + "\"");
    var path = Map.of("id", article, "n", number);
    return switch (operation.kind()) {
      case REMOVE_ENTRY -> send("DELETE /api/articles/{id}/entries/{n}", path, seen, Map.of());
      case PIN_ENTRY ->
          send(
              "PUT /api/articles/{id}/entries/{n}",
              path,
              seen,
              Map.of("bodyHtml", entry.path("bodyHtml").asText(), "pinned", true));
      default -> send("PUT /api/articles/{id}/entries/{n}", path, seen, Map.of("bodyHtml", body()));
    };
  }

  private boolean isDone(JsonNode entry) {
    return switch (operation.kind()) {
      case PIN_ENTRY -> entry.path("pinned").asBoolean();
      case EDIT_ENTRY -> entry.path("bodyHtml").asText().equals(body());
      default -> false;
    };
  }

  private Functions.Answer list() {
    var route = "GET /api/articles/{id}/entries";
    var cursor = Cursor.encode(route + " " + article, number);
    var path = Map.of("id", article, "limit", "1", "cursor", cursor);
    return send(route, path, Map.of(), Map.of());
  }

  private Optional<JsonNode> find(JsonNode list) {
    return Optional.of(list.path("items").path(0))
        .filter(entry -> entry.path("number").asText().equals(number));
  }

  private String body() {
    return "<p>مدخل " + operation.text("entry") + "</p>";
  }

  private Functions.Answer send(
      String route, Map<String, String> path, Map<String, String> headers, Object body) {
    return Functions.request(functions.live, route, path, operation.person(), headers, body);
  }

  private static Result result(Functions.Answer answer, String id) {
    return answer.status() / 100 == 2
        ? new Result(Outcome.ACKNOWLEDGED, id, answer.body().path("revision").asLong())
        : new Result(Outcome.REFUSED, id, 0);
  }
}
