package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.NewspaperClock;
import news.nashra.local.stack.template.StackFault;

/// Fills a new newspaper with the articles of `edition/demo` and the comments on them, through the
/// API as editors, readers and moderators would. Each call is such that it may be sent twice, and
/// is sent again while the newspaper is down. The clock of the newspaper is set back for it, so
/// that the articles are of the last 40 days ([DemoCalendar]).
public final class DemoEdition {
  /// The most comments that one address may send in a rate window.
  private static final int COMMENTS_OF_A_READER = 5;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final int PRECONDITION_FAILED = 412;
  private static final int PRECONDITION_REQUIRED = 428;

  private final URI newspaper;
  private final UnaryOperator<String> tokens;
  private final Path directory;
  private final Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Retry retry = new Retry(FIRST_PAUSE);
  private final NewspaperClock clock;
  private int sent;

  private DemoEdition(
      URI newspaper,
      UnaryOperator<String> tokens,
      Path directory,
      Path data,
      NewspaperClock clock) {
    this.newspaper = newspaper;
    this.tokens = tokens;
    this.directory = directory;
    this.data = data;
    this.clock = clock;
  }

  /// Loads the edition unless an earlier start did. An interrupted load is taken up again: each
  /// article has an `Idempotency-Key` of its own, and a repeated comment is the first one.
  ///
  /// @param tokens gives the token of an `editor` or a `moderator`
  /// @param directory with a file for each article, and one of the same name in `comments/` for
  ///   those that have some, a picture in `pictures/`; and one for each author in `authors/`
  /// @param data where it is kept that the edition is loaded, and what of it
  static void loadOnce(
      URI newspaper, UnaryOperator<String> tokens, Path directory, Path data, NewspaperClock clock)
      throws IOException {
    var mark = data.resolve("demo-loaded");
    if (!Files.exists(mark)) {
      try {
        new DemoEdition(newspaper, tokens, directory, data, clock).load();
      } finally {
        clock.reset();
      }
      Files.writeString(mark, "");
    }
  }

  /// Loads the edition into a newspaper of which the clock cannot be set: all is of today.
  public static void loadOnce(
      URI newspaper, UnaryOperator<String> tokens, Path directory, Path data) throws IOException {
    loadOnce(newspaper, tokens, directory, data, new NewspaperClock());
  }

  /// A call of the API as an editor.
  interface Api {
    JsonNode call(String method, String path, String body);
  }

  private void load() throws IOException {
    var pictures =
        new DemoPictures(
            (method, path, body) -> call("editor", method, path, body),
            http,
            retry,
            data.resolve("demo-pictures"));
    var articles = new LinkedHashMap<String, ObjectNode>();
    for (var file : files(directory)) { // renditions are made while the next one is uploaded
      var name = file.getFileName().toString();
      var article = (ObjectNode) Json.read(Files.readString(file));
      if (article.get("image") instanceof ObjectNode image) {
        var picture = directory.resolve("pictures").resolve(name.replace(".json", ".webp"));
        image.put("mediaId", pictures.upload(name, picture));
      }
      articles.put(name, article);
    }
    var calendar = new DemoCalendar(started(), articles.size());
    clock.set(calendar.published(0));
    recordAuthors(pictures);
    int number = 0;
    for (var entry : articles.entrySet()) {
      var article = entry.getValue();
      if (article.has("image")) {
        pictures.await(article.at("/image/mediaId").asText());
      }
      clock.set(calendar.published(number));
      var id = create(entry.getKey(), article);
      var discussion = directory.resolve("comments").resolve(entry.getKey());
      if (Files.exists(discussion)) {
        discuss(id, Json.read(Files.readString(discussion)), calendar, number);
      }
      number++;
    }
    http.close();
  }

  /// When the load began, the first time if it was interrupted: a repeated call then comes at the
  /// time at which it was sent first.
  private Instant started() throws IOException {
    var file = data.resolve("demo-started");
    if (!Files.exists(file)) {
      Files.writeString(file, Instant.now().toString());
    }
    return Instant.parse(Files.readString(file));
  }

  /// Sends the comments on an article and what moderators and editors make of them, all before the
  /// next article.
  private void discuss(String id, JsonNode discussion, DemoCalendar calendar, int article) {
    var comments = discussion.path("comments");
    int steps = comments.size() + 2;
    comment(id, comments, i -> calendar.step(article, i, steps));
    clock.set(calendar.step(article, steps - 2, steps));
    decide(id, comments);
    if (discussion.path("thenClosed").asBoolean()) {
      clock.set(calendar.step(article, steps - 1, steps));
      close(id);
    }
  }

  /// Writes the records of the authors in `authors/`, each with the picture of the same name.
  private void recordAuthors(DemoPictures pictures) throws IOException {
    var authors = directory.resolve("authors");
    for (var file : Files.exists(authors) ? files(authors) : List.<Path>of()) {
      var slug = file.getFileName().toString().replace(".json", "");
      var record = (ObjectNode) Json.read(Files.readString(file));
      var picture = authors.resolve(slug + ".webp");
      if (Files.exists(picture)) {
        var id = pictures.upload(slug, picture);
        pictures.await(id);
        record.put("mediaId", id);
      }
      var path = "/api/authors/" + URLEncoder.encode(slug, StandardCharsets.UTF_8);
      var answer = send("editor", "PUT", path, record.toString());
      if (answer.statusCode() != PRECONDITION_REQUIRED) { // else an earlier try wrote it
        read("PUT", path, answer);
      }
    }
  }

  private String create(String name, ObjectNode article) {
    var body = article.toString();
    var created = call("editor", "POST", "/api/articles", body, "Idempotency-Key", "demo-" + name);
    return created.path("id").asText();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void comment(String id, JsonNode comments, IntFunction<Instant> times) {
    for (int from = 0; from < comments.size(); from += COMMENTS_OF_A_READER) {
      try (var reader = new Reader(newspaper, sent++)) {
        for (int i = from; i < Math.min(from + COMMENTS_OF_A_READER, comments.size()); i++) {
          var comment = ((ObjectNode) comments.get(i)).deepCopy().put("termsAccepted", true);
          comment.remove("decision");
          clock.set(times.apply(i));
          var answer =
              retry.send("a comment of the demo edition", () -> reader.comment(id, comment));
          if (answer.statusCode() != 202
              && answer.statusCode() != 409) { // closed by an earlier load
            throw new StackFault("a comment of the demo edition was refused: " + answer.body());
          }
        }
      }
    }
  }

  private void decide(String id, JsonNode comments) {
    var wanted = new HashMap<String, String>();
    comments.forEach(c -> {
      if (c.has("decision")) {
        wanted.put(c.path("email").asText(), c.path("decision").asText());
      }
    });
    var decisions = new ArrayList<Map<String, Object>>();
    var queue = call("moderator", "GET", "/api/comments?limit=100&article=" + id, "");
    for (var item : queue.path("items")) {
      var decision = wanted.get(item.path("email").asText());
      if (decision != null) {
        decisions.add(
            Map.of(
                "articleId",
                id,
                "commentId",
                item.path("commentId").asText(),
                "decision",
                decision));
      }
    }
    if (!decisions.isEmpty()) {
      var body = Json.write(Map.of("decisions", decisions));
      call("moderator", "POST", "/api/comments/decisions", body);
    }
  }

  private void close(String id) {
    var path = "/api/articles/" + id;
    for (var open = article(path); open.path("commentsOpen").asBoolean(); open = article(path)) {
      var revision = "\"" + open.path("revision").asText() + "\"";
      var closed = open.put("commentsOpen", false).toString();
      var answer = send("editor", "PUT", path, closed, "If-Match", revision);
      if (answer.statusCode() != PRECONDITION_FAILED) { // else an earlier try closed it
        read("PUT", path, answer);
      }
    }
  }

  private ObjectNode article(String path) {
    return (ObjectNode) call("editor", "GET", path, "");
  }

  private JsonNode call(String as, String method, String path, String body, String... headers) {
    return read(method, path, send(as, method, path, body, headers));
  }

  private static JsonNode read(String method, String path, HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new StackFault("the demo edition: " + method + " " + path + ": " + answer.body());
    }
    return Json.read(answer.body());
  }

  private HttpResponse<String> send(
      String as, String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(newspaper.resolve(path))
            .header("Authorization", "Bearer " + tokens.apply(as))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return retry.send(
        "the demo edition: " + method + " " + path,
        () -> http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }
}
