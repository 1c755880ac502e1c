package news.nashra.articles.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.press.PressArticles;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// Editors who write live coverage.
@NullMarked
final class LiveDesk {
  final Editor editor;
  final EditLive live;
  private final LocalServices services;
  private final PressArticles press;

  LiveDesk(LocalServices services, InstantSource clock) {
    this(services, clock, services.dynamoDb(), services.s3());
  }

  /// @param dynamoDb which the function for entries, and that of the stream, call
  LiveDesk(LocalServices services, InstantSource clock, DynamoDbClient dynamoDb, S3Client s3) {
    var site = Site.of(Edition.load(), "https://news.example");
    var articles = new Table(dynamoDb, "articles");
    var comments = new Table(dynamoDb, "comments");
    this.services = services;
    this.editor = new Editor(new ShownPictures(services, clock).publish());
    this.live =
        new EditLive(
            site,
            articles,
            comments,
            new Table(dynamoDb, "media"),
            new Press(Bucket.of(s3, "pages"), clock),
            clock);
    this.press =
        new PressArticles(
            site,
            articles,
            comments,
            new Press(Bucket.of(s3, "pages"), clock),
            (ref, paths) -> {},
            clock);
  }

  /// An article of live coverage as an editor sends it.
  static Map<String, Object> coverage(String status) {
    var article = new HashMap<>(ShownPictures.plain());
    article.put("headline", "الفيضان أولا بأول");
    article.put("kind", "live");
    article.put("status", status);
    return article;
  }

  /// Publishes live coverage and returns its receipt.
  JsonNode begin() {
    return editor.create(coverage("published"));
  }

  JsonNode revise(String article, int seen, Map<String, Object> next) {
    return sendRevision(article, seen, next).expect(200).json();
  }

  HttpAnswer sendRevision(String article, int seen, Map<String, Object> next) {
    return Editor.revision(article, seen, next).sendTo(editor.function());
  }

  JsonNode read(String article) {
    return HttpEvent.of("GET /api/articles/{id}")
        .as("editors")
        .path("id", article)
        .sendTo(new ReadArticles(Edition.load(), new Table(services.dynamoDb(), "articles")))
        .expect(200)
        .json();
  }

  HttpAnswer add(String article, String bodyHtml) {
    return add(article, Map.of("bodyHtml", bodyHtml), "salma", "");
  }

  HttpAnswer add(String article, Map<String, ?> entry, String user, String key) {
    var event =
        HttpEvent.of("POST /api/articles/{id}/entries")
            .as("editors", user)
            .path("id", article)
            .json(entry);
    return (key.isEmpty() ? event : event.header("idempotency-key", key)).sendTo(live);
  }

  HttpAnswer revise(String article, int number, int seen, Map<String, ?> entry) {
    return one("PUT", article, number, seen).json(entry).sendTo(live);
  }

  HttpAnswer remove(String article, int number, int seen) {
    return one("DELETE", article, number, seen).sendTo(live);
  }

  private static HttpEvent one(String method, String article, int number, int seen) {
    return HttpEvent.of(method + " /api/articles/{id}/entries/{n}")
        .as("editors", "omar")
        .path("id", article)
        .path("n", Integer.toString(number))
        .header("if-match", "\"" + seen + "\"");
  }

  JsonNode list(String article, String limit, String cursor) {
    var event = HttpEvent.of("GET /api/articles/{id}/entries").as("editors").path("id", article);
    event.query("limit", limit);
    return (cursor.isEmpty() ? event : event.query("cursor", cursor))
        .sendTo(live)
        .expect(200)
        .json();
  }

  /// What the stream brings for the last change of an entry.
  void follow(String article) {
    var item =
        new Table(services.dynamoDb(), "articles").get("ARTICLE#" + article, "LIVE").orElseThrow();
    var keys = Map.of("pk", Map.of("S", item.pk()), "sk", Map.of("S", "LIVE"));
    var image = Map.of("changed", Map.of("N", Long.toString(item.number("changed"))));
    var change = Map.of("Keys", keys, "NewImage", image, "SequenceNumber", "1");
    var answer = Invocation.of(press, Map.of("Records", List.of(Map.of("dynamodb", change))));
    if (!answer.toString().equals("{\"batchItemFailures\":[]}")) {
      throw new AssertionError(answer.toString());
    }
  }

  String page(JsonNode article) {
    return services.text("pages", Addresses.key(article.path("url").asText()));
  }

  JsonNode news(JsonNode article) {
    var key = Addresses.key(article.path("url").asText()).replace("index.html", "live.json");
    return Json.read(services.text("pages", key));
  }

  /// The key of a page of older entries.
  static String olderKey(JsonNode article, int page) {
    return Addresses.key(article.path("url").asText() + "entries/" + page + "/");
  }
}
