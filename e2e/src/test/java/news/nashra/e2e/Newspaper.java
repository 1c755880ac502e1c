package news.nashra.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;
import org.jspecify.annotations.Nullable;

/// A newspaper that test classes share, one after the other, and the hands to use it with.
final class Newspaper {
  static final Path HOME = Path.of(System.getProperty("nashra.home", ".."));
  private static final JsonMapper JSON = new JsonMapper();
  private static final AtomicInteger READERS = new AtomicInteger();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Newspaper() {}

  /// What came back. An answer of the API agrees with `docs/openapi.yaml`, or it is an
  /// [AssertionError].
  record Answer(HttpResponse<String> http) {
    Answer {
      Conformance.check(http);
    }

    int status() {
      return http.statusCode();
    }

    String text() {
      return http.body();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException(http.body(), e);
      }
    }

    /// The detail of a problem.
    String detail() {
      return json().path("detail").asText();
    }

    /// The message of a field's fault, empty when it has none.
    String error(String field) {
      for (var error : json().path("errors")) {
        if (error.path("field").asText().equals(field)) {
          return error.path("message").asText();
        }
      }
      return "";
    }
  }

  /// The newspaper of the test class that runs in this thread, or in one that started it. Threads
  /// of a parallel stream belong to no class.
  static Stack stack() {
    return SharedNewspapers.current();
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(stack().uri().resolve(path));
  }

  static HttpRequest.Builder asEditor(String path) {
    return as("editor", path);
  }

  /// @param user whose token it has, `nobody` for one without a group
  static HttpRequest.Builder as(String user, String path) {
    return request(path)
        .header("Authorization", "Bearer " + stack().token(user))
        .header("Content-Type", "application/json");
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Answer get(String path) {
    return send(request(path).GET());
  }

  static Answer read(String path) {
    return send(asEditor(path).GET());
  }

  static Answer post(String path, Object body) {
    return send(asEditor(path).POST(json(body)));
  }

  static Answer put(String path, String ifMatch, Object body) {
    return send(asEditor(path).header("If-Match", ifMatch).PUT(json(body)));
  }

  static Answer delete(String path, String ifMatch) {
    return send(asEditor(path).header("If-Match", ifMatch).DELETE());
  }

  static HttpRequest.Builder asModerator(String path) {
    return as("moderator", path);
  }

  /// What another newspaper than the tests' common one answers.
  ///
  /// @param body to be posted; null to get
  static JsonNode call(Stack stack, String as, String path, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(stack.uri().resolve(path))
            .header("Authorization", "Bearer " + stack.token(as))
            .header("Content-Type", "application/json");
    return send(body == null ? request : request.POST(json(body))).json();
  }

  /// What a function of a newspaper answers to an event.
  ///
  /// @param event the name of a sample in `events/`
  static JsonNode invoke(Stack stack, String function, String event) throws IOException {
    var bytes = Files.readAllBytes(HOME.resolve("events/" + event + ".json"));
    return JSON.readTree(stack.invoke(function, bytes));
  }

  /// The queue of comments, as a moderator reads it.
  static Answer queue(String query) {
    return send(asModerator("/api/comments" + query).GET());
  }

  /// The fields by which a request names a comment.
  static ObjectNode named(JsonNode comment) {
    return object()
        .put("articleId", comment.path("articleId").asText())
        .put("commentId", comment.path("commentId").asText());
  }

  /// A moderator's decision on one comment; the result of it.
  static JsonNode decide(JsonNode comment, String decision) {
    var body = JSON.createObjectNode();
    body.putArray("decisions").add(named(comment).put("decision", decision));
    var answer = send(asModerator("/api/comments/decisions").POST(json(body)));
    return answer.json().path("results").path(0);
  }

  /// A reader whose address no other test uses.
  static Reader reader() {
    return new Reader(stack().uri(), READERS.incrementAndGet());
  }

  /// Sends a comment with its proof, as a reader of its own.
  static Answer comment(String articleId, ObjectNode comment) {
    try (var reader = reader()) {
      return new Answer(reader.comment(articleId, comment));
    }
  }

  /// Sends comments one after the other, as readers of their own; their bodies.
  static List<String> comments(String articleId, int count) {
    var bodies = new ArrayList<String>();
    for (int from = 0; from < count; from += 5) {
      try (var reader = reader()) {
        for (int i = from; i < Math.min(count, from + 5); i++) {
          var comment = comment();
          var answer = reader.comment(articleId, comment);
          if (answer.statusCode() != 202) {
            throw new AssertionError(answer.body());
          }
          bodies.add(comment.path("body").asText());
        }
      }
    }
    return bodies;
  }

  /// Comments that a moderator has approved; their bodies.
  static List<String> discuss(String articleId, int count) {
    var bodies = comments(articleId, count);
    for (var left = items("?limit=100&article=" + articleId);
        !left.isEmpty();
        left = items("?limit=100&article=" + articleId)) {
      decideAll(left, "approve");
    }
    return bodies;
  }

  /// A part of the queue.
  static List<JsonNode> items(String query) {
    var items = new ArrayList<JsonNode>();
    queue(query).json().path("items").forEach(items::add);
    return items;
  }

  static void decideAll(List<JsonNode> comments, String decision) {
    var body = JSON.createObjectNode();
    var decisions = body.putArray("decisions");
    for (var comment : comments) {
      decisions.add(named(comment).put("decision", decision));
    }
    for (var result :
        send(asModerator("/api/comments/decisions").POST(json(body))).json().path("results")) {
      if (result.path("status").asInt() != 200) {
        throw new AssertionError(result);
      }
    }
  }

  /// Lets readers of every address comment as if they had not yet.
  static void forgetRates() {
    forgetRates(stack());
  }

  static void forgetRates(Stack stack) {
    var dynamoDb = stack.aws().dynamoDb();
    var comments = new Table(dynamoDb, "nashra-commentstable");
    dynamoDb.scanPaginator(r -> r.tableName(comments.name())).items().stream()
        .map(Item::new)
        .filter(item -> item.sk().equals("RATE"))
        .forEach(item -> comments.delete(item.key()));
  }

  static Answer publish(Object article) {
    return post("/api/articles", article);
  }

  static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofString(
        body instanceof String text ? text : String.valueOf(body));
  }

  static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return HttpRequest.BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  /// A small article that is in order.
  static ObjectNode article() {
    return JSON.createObjectNode()
        .put("headline", "خبر قصير للتجربة")
        .put("section", "society")
        .put("bodyHtml", "<p>جملة أولى في هذا الخبر. وجملة ثانية بعدها.</p>")
        .put("status", "published");
  }

  /// A comment that is in order.
  static ObjectNode comment() {
    return JSON.createObjectNode()
        .put("name", "قارئة")
        .put("email", "reader@example.com")
        .put("title", "رأي")
        .put("body", "تعليق رقم " + System.nanoTime())
        .put("termsAccepted", true);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String url(Answer receipt) {
    return receipt.json().path("url").asText();
  }

  static String id(Answer receipt) {
    return receipt.json().path("id").asText();
  }

  static URI uri(String path) {
    return stack().uri().resolve(path);
  }
}
