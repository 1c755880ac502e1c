package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import news.nashra.core.Instants;
import news.nashra.core.http.Json;
import news.nashra.simulation.Ledger.Outcome;
import org.jspecify.annotations.NullUnmarked;

/// A person who performs one operation. When an answer is lost, it continues as the API
/// documentation asks: it sends the same request again where that is safe, and otherwise looks
/// first.
@NullUnmarked
final class Client {
  private static final int TRIES = 12;
  private static final int REPRESS_TRIES = 6;
  private static final long PAUSE_MILLIS = 1500;

  private final Operation operation;
  private final Functions functions;
  private final Ledger ledger;
  private final Uploads uploads;
  private final LongSupplier steps;
  private String id = "";
  private long revision;

  /// @param steps number of the scheduler's current step
  Client(
      Operation operation,
      Functions functions,
      Ledger ledger,
      Uploads uploads,
      LongSupplier steps) {
    this.operation = operation;
    this.functions = functions;
    this.ledger = ledger;
    this.uploads = uploads;
    this.steps = steps;
  }

  void run() {
    if (operation.target() >= 0) {
      int target = operation.target();
      for (int n = 0; n < 20 && !ledger.ended(target) && ledger.id(target).isEmpty(); n++) {
        Actor.current().sleep(PAUSE_MILLIS);
      }
      id = ledger.id(target).orElse("");
    }
    long began = steps.getAsLong();
    var outcome = operation.target() >= 0 && id.isEmpty() ? Outcome.SKIPPED : act();
    ledger.add(new Ledger.Entry(operation, outcome, id, revision, began, steps.getAsLong()));
  }

  private Outcome act() {
    return switch (operation.kind()) {
      case CREATE -> create();
      case REVISE, CORRECT -> revise();
      case WITHDRAW -> change("withdraw");
      case RESTORE -> change("restore");
      case COMMENT -> comment();
      case DECIDE -> decide();
      case REPLY -> reply();
      case ERASE -> erase();
      case ADD_ENTRY, EDIT_ENTRY, REMOVE_ENTRY, PIN_ENTRY -> entry();
      case PIN -> outcome(again(functions.rebuild, "PUT /api/homepage/lead", pinned()));
      case BREAK ->
          outcome(
              again(
                  functions.rebuild, "PUT /api/homepage/breaking", Texts.breaking(operation, id)));
      case UNBREAK -> outcome(again(functions.rebuild, "DELETE /api/homepage/breaking", Map.of()));
      case UPLOAD -> upload();
      case AUTHOR -> author();
      case REBUILD -> outcome(again(functions.rebuild, "POST /api/homepage/rebuild", Map.of()));
      case REPRESS -> repress();
    };
  }

  private Outcome create() {
    var article = Texts.article(operation, Json.read("{}"), authors());
    if (operation.isTimed()) {
      boolean scheduled = operation.detail().equals("scheduled");
      article.put("status", scheduled ? "scheduled" : "published");
      article.put(scheduled ? "publishAt" : "expireAt", in(operation.delay()));
    }
    var answer = again(functions.publish, "POST /api/articles", article);
    if (answer.status() / 100 == 2) {
      identify(answer.body().path("id").asText());
      revision = 1;
    }
    return outcome(answer);
  }

  /// Looks for a change whose answer was lost before sending it again.
  private Outcome revise() {
    boolean stale = false;
    for (int n = 0; n < TRIES; n++) {
      var article = again(functions.read, "GET /api/articles/{id}", Map.of());
      if (article.status() != 200) {
        return outcome(article);
      }
      revision = article.body().path("revision").asLong();
      if (article.body().path("editor").asText().equals(operation.person())) {
        return Outcome.ACKNOWLEDGED;
      }
      var answer = put(article.body());
      if (answer.status() / 100 == 2) {
        revision = answer.body().path("revision").asLong();
        return Outcome.ACKNOWLEDGED;
      }
      stale = answer.status() == 412;
      if (answer.status() < 500 && !stale) {
        return Outcome.REFUSED;
      }
      if (superseded()) {
        return Outcome.ACKNOWLEDGED;
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
    return stale ? Outcome.STALE : Outcome.LOST;
  }

  private Functions.Answer put(JsonNode current) {
    return Functions.request(
        functions.publish,
        "PUT /api/articles/{id}",
        Map.of("id", id),
        operation.person(),
        Map.of("if-match", "\"" + revision + "\""),
        revised(current));
  }

  private Map<String, Object> revised(JsonNode current) {
    var status = current.path("status").asText();
    var article = Texts.article(operation, current, authors());
    if (status.equals("scheduled")) {
      switch (operation.detail()) {
        case "publish" -> {}
        case "unschedule" -> article.put("status", "draft");
        case "reschedule" -> schedule(article, in(operation.delay()));
        default -> schedule(article, current.path("publishAt").asText());
      }
    }
    return article;
  }

  private static void schedule(Map<String, Object> article, String publishAt) {
    article.put("status", "scheduled");
    article.put("publishAt", publishAt);
  }

  private static String in(Duration delay) {
    return Instants.format(Actor.current().now().plus(delay));
  }

  /// The authors whom the article names: two of three articles name those who have a record, or
  /// only the first of them.
  private List<String> authors() {
    return Operation.AUTHORS.stream()
        .limit(operation.number() % 3)
        .filter(slug -> record(slug).status() == 200)
        .toList();
  }

  private Functions.Answer record(String slug) {
    return again(functions.authors, "GET /api/authors/{slug}", Map.of(), Map.of("slug", slug));
  }

  /// Looks for a change whose answer was lost before sending it again.
  private Outcome author() {
    var slug = operation.detail();
    for (int n = 0; n < TRIES; n++) {
      var found = record(slug);
      if (found.status() >= 500) {
        return Outcome.LOST;
      }
      if (found.body().path("editor").asText().equals(operation.person())) {
        return Outcome.ACKNOWLEDGED;
      }
      var answer =
          Functions.request(
              functions.authors,
              "PUT /api/authors/{slug}",
              Map.of("slug", slug),
              operation.person(),
              found.status() == 404
                  ? Map.of()
                  : Map.of("if-match", "\"" + found.body().path("revision").asText() + "\""),
              Map.of("name", operation.name()));
      if (answer.status() / 100 == 2) {
        return Outcome.ACKNOWLEDGED;
      }
      if (answer.status() < 500 && answer.status() != 412 && answer.status() != 428) {
        return Outcome.REFUSED;
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
    return Outcome.LOST;
  }

  /// Whether the change was made and has been followed by others.
  private boolean superseded() {
    var answer = again(functions.read, "GET /api/articles/{id}/revisions", Map.of());
    for (var item : answer.body().path("items")) {
      if (item.path("editor").asText().equals(operation.person())) {
        revision = item.path("revision").asLong();
        return true;
      }
    }
    return false;
  }

  /// Looks for a change whose answer was lost before sending it again: somebody may have undone it.
  private Outcome change(String action) {
    for (int n = 0; n < TRIES; n++) {
      if (superseded()) {
        return Outcome.ACKNOWLEDGED;
      }
      var article = again(functions.read, "GET /api/articles/{id}", Map.of());
      if (article.status() != 200) {
        return outcome(article);
      }
      var answer =
          Functions.request(
              functions.publish,
              "POST /api/articles/{id}/" + action,
              Map.of("id", id),
              operation.person(),
              Map.of("if-match", "\"" + article.body().path("revision").asLong() + "\""),
              Map.of());
      if (answer.status() / 100 == 2) {
        revision = answer.body().path("revision").asLong();
        return Outcome.ACKNOWLEDGED;
      }
      if (answer.status() == 409) {
        return superseded() ? Outcome.ACKNOWLEDGED : Outcome.REFUSED;
      }
      if (answer.status() < 500 && answer.status() != 412) {
        return Outcome.REFUSED;
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
    return superseded() ? Outcome.ACKNOWLEDGED : Outcome.LOST;
  }

  private Outcome comment() {
    var article = id;
    var challenge =
        again(functions.submit, "GET /api/comments/challenge", Map.of(), Map.of("article", id));
    if (challenge.status() != 200) {
      return outcome(challenge);
    }
    var body = Texts.comment(operation, CommentFunctions.solve(challenge.body()));
    var answer = again(functions.submit, "POST /api/articles/{id}/comments", body);
    if (answer.status() == 202) {
      var reference = answer.body().path("reference").asText();
      identify(
          article
              + " "
              + new CommentFunctions(Functions.SITE, Texts.none(), Functions.HASH)
                  .commentId(reference));
    }
    return outcome(answer);
  }

  private Outcome decide() {
    var ids = id.split(" ");
    var decision = Map.of("articleId", ids[0], "commentId", ids[1], "decision", operation.detail());
    var answer =
        again(
            functions.moderate,
            "POST /api/comments/decisions",
            Map.of("decisions", new Object[] {decision}));
    boolean refused =
        answer.status() == 200
            && answer.body().path("results").path(0).path("status").asInt() != 200;
    return refused ? Outcome.REFUSED : outcome(answer);
  }

  /// Replies, and changes the reply as the detail says, with the revision of the first answer.
  private Outcome reply() {
    var given = again(functions.moderate, "POST /api/comments/replies", replying("reply"));
    if (given.status() / 100 != 2 || operation.detail().equals("keep")) {
      return outcome(given);
    }
    boolean edits = operation.detail().equals("edit");
    var change = edits ? replying("edited") : namedComment();
    change.put("revision", given.body().path("revision").asLong());
    var changed =
        again(functions.moderate, (edits ? "PUT" : "DELETE") + " /api/comments/replies", change);
    return changed.status() == 412 ? Outcome.STALE : outcome(changed);
  }

  private Map<String, Object> replying(String text) {
    var fields = namedComment();
    fields.put("body", "رد " + operation.text(text));
    return fields;
  }

  private Map<String, Object> namedComment() {
    var ids = id.split(" ");
    return new HashMap<>(Map.of("articleId", ids[0], "commentId", ids[1]));
  }

  private Outcome erase() {
    var answer =
        again(
            functions.moderate,
            "POST /api/comments/erasures",
            Map.of("email", Texts.emailOf(operation, ledger)));
    return outcome(answer);
  }

  private Outcome entry() {
    var result = new EntryClient(operation, functions, id).act();
    revision = result.revision();
    if (operation.kind() == Operation.Kind.ADD_ENTRY && result.outcome() == Outcome.ACKNOWLEDGED) {
      identify(result.id());
    }
    return result.outcome();
  }

  private Map<String, Object> pinned() {
    return Map.of("articles", new Object[] {id});
  }

  private Outcome upload() {
    var answer = again(functions.upload, "POST /api/media", Texts.picture(operation));
    if (answer.status() == 201) {
      identify(answer.body().path("mediaId").asText());
      uploads.put(id);
    }
    return outcome(answer);
  }

  /// What the state machine RepressEverything does, one slice after another.
  private Outcome repress() {
    var plan = step(functions.repress, Map.of());
    if (plan.isEmpty()) {
      return Outcome.LOST;
    }
    for (var slice : plan.get().path("slices")) {
      if (step(functions.repress, slice).isEmpty()) {
        return Outcome.LOST;
      }
    }
    return step(functions.rebuild, Map.of("full", true)).isEmpty()
        ? Outcome.LOST
        : Outcome.ACKNOWLEDGED;
  }

  /// One state of the state machine, with its retries.
  private static Optional<JsonNode> step(Functions.Function function, Object event) {
    var answer = Functions.invoke(function, event);
    for (int n = 1; n < REPRESS_TRIES && answer.isEmpty(); n++) {
      Actor.current().sleep(5000L << n);
      answer = Functions.invoke(function, event);
    }
    return answer;
  }

  private void identify(String known) {
    id = known;
    ledger.identify(operation.number(), known);
  }

  private Functions.Answer again(Functions.Function function, String route, Object body) {
    return again(function, route, body, Map.of("id", id));
  }

  /// Sends the same request until it is answered.
  private Functions.Answer again(
      Functions.Function function, String route, Object body, Map<String, String> path) {
    var headers =
        route.equals("POST /api/articles")
            ? Map.of("idempotency-key", operation.key())
            : Map.<String, String>of();
    for (int n = 1; ; n++) {
      var answer = Functions.request(function, route, path, operation.person(), headers, body);
      if (answer.status() < 500 || n == TRIES) {
        return answer;
      }
      Actor.current().sleep(PAUSE_MILLIS);
    }
  }

  private static Outcome outcome(Functions.Answer answer) {
    if (answer.status() / 100 == 2) {
      return Outcome.ACKNOWLEDGED;
    }
    return answer.status() >= 500 ? Outcome.LOST : Outcome.REFUSED;
  }
}
