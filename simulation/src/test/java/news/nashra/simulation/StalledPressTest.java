package news.nashra.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import news.nashra.core.http.Json;
import news.nashra.simulation.Operation.Kind;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The histories of ModelTest that S3's conditions cannot prevent, played with the real functions:
/// a press that stalls between reading and writing overwrites a newer page, and the scheduled run
/// corrects it.
@NullUnmarked
class StalledPressTest {
  private static final String PAGE = "2026/02/23/خبر-zq00head/index.html";
  private static final String COMMENT = "zq01comment";

  private final Backend backend = new Backend();
  private final SimulatedClock clock = new SimulatedClock();
  private final Stage stage = new Stage(clock);
  private final Ledger ledger = new Ledger();
  private Names names;
  private Changes changes;
  private Functions functions;
  private Uploads uploads;

  @BeforeEach
  void open() {
    names = backend.newWorld();
    changes = new Changes(backend.dynamoDb(), (editor, id) -> {});
    var overwrites = new Overwrites(backend.s3(), names.site());
    functions =
        new Functions(
            1,
            names,
            Gate.before(backend.dynamoDb(), changes, overwrites, false),
            Gate.before(
                backend.s3(), overwrites, new FirstSights(backend.s3(), names.site(), clock)),
            clock);
    uploads = new Uploads(backend.s3(), names.uploads());
  }

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void aPageThatReturnedToAnEarlierVersionIsRightWithinTwoMinutes() {
    run(start(new Operation(0, Kind.CREATE, -1, "published")));
    run(start(new Operation(1, Kind.COMMENT, 0, "")));
    run(start(new Operation(2, Kind.DECIDE, 1, "approve")));
    var stalled = start("heads", () -> deliver(names.articles(), "HEAD"));
    until(stalled, call -> call.name().equals("putObject"));
    run(start(new Operation(3, Kind.DECIDE, 1, "undo")));
    run(start("shown", () -> deliver(names.comments(), "SHOWN#")));
    assertThat(page()).doesNotContain(COMMENT);

    run(stalled);
    assertThat(page()).as("S3 does not notice that the page changed in between").contains(COMMENT);
    minutes(2);
    assertThat(page()).doesNotContain(COMMENT);
  }

  @Test
  void aWithdrawnPageThatAStalledPressRestoresIsRemovedWithinTwoMinutes() {
    var stalled = start(new Operation(0, Kind.CREATE, -1, "published"));
    until(stalled, call -> call.name().equals("putObject"));
    run(start("heads", () -> deliver(names.articles(), "HEAD")));
    assertThat(pages()).containsKey(PAGE);
    var id =
        Json.read(Json.write(changes.recordsOf(names.articles())))
            .findPath("pk")
            .path("S")
            .asText();
    run(
        start(
            "withdrawal",
            () ->
                Functions.request(
                    functions.publish,
                    "POST /api/articles/{id}/withdraw",
                    Map.of("id", id.replace("ARTICLE#", "")),
                    "person1",
                    Map.of(),
                    Map.of())));
    run(start("heads again", () -> deliver(names.articles(), "HEAD")));
    assertThat(pages()).doesNotContainKey(PAGE);

    // Its editor does not try again, which would remove the page at once.
    stage.resume(stalled, Fate.KILLED_AFTER);
    assertThat(pages()).as("the key is empty, as when the press looked").containsKey(PAGE);
    minutes(2);
    assertThat(pages()).doesNotContainKey(PAGE);
  }

  @Test
  void anAuthorWhoseFormerNameReturnedIsNamedRightWithinTwoMinutes() {
    var page = PAGE.replace("zq00", "zq01");
    run(start(new Operation(0, Kind.AUTHOR, -1, "omar")));
    run(start(new Operation(1, Kind.CREATE, -1, "published")));
    run(start("heads", () -> deliver(names.articles(), "HEAD")));
    minutes(2);
    run(start(new Operation(2, Kind.AUTHOR, -1, "omar")));
    var stalled = start("authors", () -> deliver(names.articles(), "AUTHOR"));
    until(stalled, call -> call.name().equals("putObject"));
    run(start("first name", () -> rename(new Operation(0, Kind.AUTHOR, -1, "omar").name())));
    run(start("authors again", () -> deliver(names.articles(), "AUTHOR")));
    assertThat(pages().get(page).text()).contains("zq00name");

    run(stalled);
    assertThat(pages().get(page).text()).as("S3 does not notice").contains("zq02name");
    minutes(2);
    assertThat(pages().get(page).text()).contains("zq00name").doesNotContain("zq02name");
  }

  private void rename(String name) {
    Functions.request(
        functions.authors,
        "PUT /api/authors/{slug}",
        Map.of("slug", "omar"),
        "person9",
        Map.of("if-match", "\"2\""),
        Map.of("name", name));
  }

  private Actor start(Operation operation) {
    var client = new Client(operation, functions, ledger, uploads, stage::steps);
    return start("op%02d".formatted(operation.number()), client::run);
  }

  private Actor start(String name, Runnable work) {
    stage.start(name, work);
    return stage.actors().getLast();
  }

  private void run(Actor actor) {
    until(actor, call -> false);
  }

  private void until(Actor actor, Predicate<Call> here) {
    while (!actor.done() && !here.test(actor.call())) {
      clock.move(Duration.ofMillis(5));
      stage.resume(actor, Fate.DONE);
    }
  }

  /// Delivers all records of a table's stream whose sort keys begin with `sortKey`.
  private void deliver(String table, String sortKey) {
    var records =
        changes.recordsOf(table).stream()
            .filter(r -> r.at("/dynamodb/Keys/sk/S").asText().startsWith(sortKey))
            .toList();
    assertThat(records).isNotEmpty();
    Functions.invoke(functions.press, Map.of("Records", List.copyOf(records)));
  }

  private void minutes(int count) {
    for (int n = 0; n < count; n++) {
      clock.move(Duration.ofMinutes(1));
      run(start("minute " + n, () -> Functions.invoke(functions.press, Map.of())));
    }
  }

  private Map<String, AllObjects.Stored> pages() {
    return new AllObjects(backend.s3(), names.site()).read();
  }

  private String page() {
    return pages().get(PAGE).text();
  }
}
