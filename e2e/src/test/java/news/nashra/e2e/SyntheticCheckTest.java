package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.nashra.articles.check.CheckNewspaper;
import news.nashra.core.Settings;
import news.nashra.core.aws.Item;
import news.nashra.local.stack.Audit;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The newspaper's check of itself, in a newspaper of its own with `SyntheticCheck=on`.
class SyntheticCheckTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> STEPS =
      List.of(
          "CleanUp",
          "Refuse",
          "Publish",
          "Read",
          "Edit",
          "ReadAgain",
          "Challenge",
          "Comment",
          "Status",
          "Withdraw",
          "Gone");

  /// Items that the minute's clock removes: an article to be pressed once more.
  private static final String NOTED = "AGAIN";

  private static final Stack STACK =
      Stack.start(
          new Options(
              Newspaper.HOME,
              Optional.empty(),
              0,
              false,
              Map.of("ChallengeMaxNumber", "1000", "SyntheticCheck", "on"),
              Optional.empty()));

  @AfterAll
  static void stop() {
    STACK.close();
  }

  @Test
  void theScheduleRunsIt() {
    assertThat(items()).anyMatch(item -> item.find("slug").orElse("").startsWith("check-"));
  }

  @Test
  void everyStepPassesAndNothingIsLeft() throws IOException {
    publishNews();
    STACK.settle();
    STACK.fireSchedules();
    var before = objects();
    var report = check();
    assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
    assertThat(report.path("steps").findValuesAsText("step")).isEqualTo(STEPS);
    assertThat(report.path("steps").findValuesAsText("outcome")).containsOnly("passed");
    STACK.settle();
    STACK.fireSchedules();

    var run = report.path("run").asText();
    assertThat(objects()).isEqualTo(before);
    assertThat(before.values()).noneMatch(text -> text.contains("/check/"));
    assertThat(STACK.invalidations()).noneMatch(asked -> asked.toString().contains(run));
    var article = article(run);
    assertThat(queue("?status=pending").path("items")).isEmpty();
    assertThat(queue("?article=" + article).path("items")).isEmpty();
    for (var query : List.of("", "?status=withdrawn", "?status=draft", "?q=Nashra")) {
      assertThat(call("editor", "/api/articles" + query, null).toString()).doesNotContain(article);
    }
    assertThat(new Audit(STACK, 0).run()).isEqualTo(new Audit.Outcome(0, 0, 0));
  }

  @Test
  void whatItStoresExpires() throws IOException {
    STACK.settle();
    var before = items().stream().map(Item::key).toList();
    check();
    STACK.settle();
    var left =
        items().stream()
            .filter(item -> !before.contains(item.key()) && !item.pk().equals(NOTED))
            .toList();
    // The head, three revisions, the address, the thread, the comment, its text and its proof.
    assertThat(left).hasSize(9);
    var tomorrow = Instant.now().plus(Duration.ofHours(25)).getEpochSecond();
    assertThat(left).allMatch(item -> item.number(Item.EXPIRES) < tomorrow);
  }

  static List<BrokenSite.Fault> faults() throws IOException {
    var file = Newspaper.HOME.resolve("e2e/src/test/resources/check/faults.txt");
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(BrokenSite.Fault::read)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theStepThatFailsIsNamed(BrokenSite.Fault fault) throws IOException {
    JsonNode report;
    try (var site = new BrokenSite(STACK.uri(), fault)) {
      report = checkAt(site.origin());
    }
    assertThat(report.path("passed").asBoolean()).isFalse();
    var last = report.path("steps").path(report.path("steps").size() - 1);
    assertThat(last.path("step").asText()).as(report.toString()).isEqualTo(fault.step());
    assertThat(last.path("outcome").asText()).isEqualTo("failed");
    assertThat(last.path("detail").asText()).isNotEmpty();
    assertThat(published()).isEmpty();
    Newspaper.forgetRates(STACK);
  }

  @Test
  void whatABrokenRunLeftIsWithdrawnByTheNext() throws IOException {
    var left = asCheck("POST /api/articles", "", draft("check")).path("body");
    var receipt = JSON.readTree(left.asText());
    var page = URI.create(receipt.path("url").asText()).getRawPath();
    assertThat(get(page)).isEqualTo(200);
    assertThat(published()).hasSize(1);

    var report = check();
    assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
    assertThat(report.path("steps").path(0).path("detail").asText())
        .isEqualTo("withdrew what earlier runs left behind: [" + receipt.path("id").asText() + "]");
    assertThat(get(page)).isEqualTo(404);
    assertThat(published()).isEmpty();
  }

  @Test
  void whileCommentsAreClosedTheirStepsAreSkipped() throws IOException {
    var closed =
        new BrokenSite.Fault(
            "comments are closed", "GET", "/api/comments/challenge", 1, "409 {}", "none");
    try (var site = new BrokenSite(STACK.uri(), closed)) {
      var report = checkAt(site.origin());
      assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
      assertThat(report.path("steps").findValuesAsText("step")).isEqualTo(STEPS);
      assertThat(report.path("steps").findValuesAsText("outcome"))
          .isEqualTo(
              List.of(
                  "passed", "passed", "passed", "passed", "passed", "passed", "passed", "skipped",
                  "skipped", "passed", "passed"));
    }
  }

  @Test
  void nobodyInvokesAFunctionUnsignedOrPastItsAlias() {
    var signed = "AWS4-HMAC-SHA256 Credential=local/20261126/local/lambda/aws4_request";
    assertThat(invoking("PublishArticle.Alias", "Bearer x")).isEqualTo(403);
    assertThat(invoking("PublishArticle", signed)).isEqualTo(404);
    assertThat(invoking("Nothing.Alias", signed)).isEqualTo(404);
    assertThat(invoking("PublishArticle.Alias", signed)).isEqualTo(200);
  }

  private static int invoking(String function, String authorization) {
    var path = "/local/lambda/2015-03-31/functions/" + function + "/invocations";
    return Newspaper.send(
            HttpRequest.newBuilder(STACK.uri().resolve(path))
                .header("Authorization", authorization)
                .POST(Newspaper.json(object())))
        .status();
  }

  @Test
  void editorsHaveNoHiddenSection() {
    var refused = call("editor", "/api/articles", draft("check"));
    assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("section");
    assertThat(call("editor", "/api/articles?section=check", null).path("status").asInt())
        .isEqualTo(422);
  }

  @Test
  void editorsAndTheCheckCannotChangeEachOthersArticles() throws IOException {
    var visible = publishNews().path("id").asText();
    assertThat(asCheck("POST /api/articles", "", draft("society")).path("statusCode").asInt())
        .isEqualTo(422);
    for (var route : List.of("PUT /api/articles/{id}", "POST /api/articles/{id}/withdraw")) {
      var answer = asCheck(route, visible, route.startsWith("PUT") ? draft("check") : object());
      assertThat(answer.path("statusCode").asInt()).as(route).isEqualTo(404);
    }
    assertThat(asCheck("POST /api/articles/preview", "", draft("check")).path("statusCode").asInt())
        .isEqualTo(403);
    var hidden =
        JSON.readTree(asCheck("POST /api/articles", "", draft("check")).path("body").asText())
            .path("id")
            .asText();
    assertThat(
            call("editor", "/api/articles/" + hidden + "/withdraw", object())
                .path("status")
                .asInt())
        .isEqualTo(404);
    var related = draft("society");
    related.putArray("related").add(hidden);
    assertThat(call("editor", "/api/articles", related).path("status").asInt()).isEqualTo(422);
    assertThat(
            asCheck("POST /api/articles/{id}/withdraw", hidden, object())
                .path("statusCode")
                .asInt())
        .isEqualTo(200);
  }

  private static JsonNode check() throws IOException {
    var report = Newspaper.invoke(STACK, "CheckNewspaper", "check-newspaper");
    Newspaper.forgetRates(STACK);
    return report;
  }

  /// What the check finds at another public address.
  private static JsonNode checkAt(String origin) throws IOException {
    var environment = new HashMap<>(STACK.aws().environment());
    environment.put("AWS_ENDPOINT_URL_LAMBDA", STACK.uri() + "/local/lambda");
    environment.put("ARTICLES_TABLE", "nashra-articlestable");
    environment.put("PUBLISH_FUNCTION", "PublishArticle.Alias");
    environment.put("SITE_ORIGIN", origin);
    var out = new ByteArrayOutputStream();
    new CheckNewspaper(new Settings(environment), Duration.ofMillis(600))
        .handleRequest(new ByteArrayInputStream(new byte[0]), out, null);
    return JSON.readTree(out.toByteArray());
  }

  /// What PublishArticle answers to the check.
  private static JsonNode asCheck(String route, String id, ObjectNode body) throws IOException {
    var event = object().put("routeKey", route).put("body", body.toString());
    event.putObject("headers").put("content-type", "application/json").put("if-match", "\"1\"");
    event.putObject("pathParameters").put("id", id);
    event
        .putObject("requestContext")
        .putObject("authorizer")
        .putObject("jwt")
        .putObject("claims")
        .put("username", "newspaper-check")
        .put("cognito:groups", "[check]");
    return JSON.readTree(
        STACK.invoke("PublishArticle", event.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static ObjectNode draft(String section) {
    return Newspaper.article().put("section", section);
  }

  private static JsonNode publishNews() {
    return call("editor", "/api/articles", Newspaper.article());
  }

  private static JsonNode call(String as, String path, @Nullable Object body) {
    return Newspaper.call(STACK, as, path, body);
  }

  private static JsonNode queue(String query) {
    return call("moderator", "/api/comments" + query, null);
  }

  private static int get(String path) {
    return Newspaper.send(HttpRequest.newBuilder(STACK.uri().resolve(path))).status();
  }

  /// Every object of the site, and what is in it.
  private static Map<String, String> objects() {
    var all = new TreeMap<String, String>();
    var s3 = STACK.aws().s3();
    s3.listObjectsV2Paginator(r -> r.bucket(STACK.site())).contents().stream()
        .forEach(object -> {
          var bytes = s3.getObjectAsBytes(r -> r.bucket(STACK.site()).key(object.key()));
          all.put(object.key(), new String(bytes.asByteArray(), StandardCharsets.UTF_8));
        });
    return all;
  }

  /// Every item of every table.
  private static List<Item> items() {
    var all = new ArrayList<Item>();
    var dynamoDb = STACK.aws().dynamoDb();
    for (var table : dynamoDb.listTables().tableNames()) {
      dynamoDb.scanPaginator(r -> r.tableName(table)).items().stream()
          .map(Item::new)
          .forEach(all::add);
    }
    return all;
  }

  /// Articles of the check that nobody has withdrawn.
  private static List<Item> published() {
    return items().stream().filter(item -> item.pk().equals("LIST#section#check")).toList();
  }

  /// The id of the article of a run.
  private static String article(String run) {
    return items().stream()
        .filter(item -> item.find("slug").orElse("").equals("check-" + run))
        .map(item -> item.pk().substring("ARTICLE#".length()))
        .findFirst()
        .orElseThrow();
  }
}
