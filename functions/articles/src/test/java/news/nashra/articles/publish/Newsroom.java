package news.nashra.articles.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.Picture;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullMarked;

/// Editors who write and read articles, with a clock that the test moves, and with two pictures
/// that are ready.
@NullMarked
final class Newsroom {
  static final Instant START = Instant.parse("2026-02-23T10:00:00Z");

  final MovableClock clock = new MovableClock(START);
  private final LocalServices services;
  private final PublishArticle publish;
  private final ReadArticles read;

  static LocalServices services() {
    return LocalServices.with().table("articles").table("comments").table("media").bucket("pages");
  }

  Newsroom(LocalServices services) {
    this.services = services;
    var dynamoDb = services.dynamoDb();
    var articles = new Table(dynamoDb, "articles");
    var media = new Table(dynamoDb, "media");
    var edition = Edition.load();
    this.publish =
        new PublishArticle(
            Site.of(edition, "https://news.example"),
            articles,
            new Table(dynamoDb, "comments"),
            new Pictures(media, new PictureFiles(services.s3(), "pages", "uploads")),
            new Press(Bucket.of(services.s3(), "pages"), clock),
            new Ids(clock),
            clock);
    this.read = new ReadArticles(edition, articles);
    List.of("01KJ5Y3R80000000000000PXC1", "01KJ5Y3R80000000000000PXC2")
        .forEach(id -> media.put(ready(new Picture(id, 640, 400, "#8a7a5c", List.of(320, 640)))));
  }

  /// The objects of a file of test cases, a list in JSON.
  static Stream<ObjectNode> cases(String file) {
    try (var stream = Newsroom.class.getResourceAsStream("/" + file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing");
      }
      var list = Json.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      return StreamSupport.stream(list.spliterator(), false).map(ObjectNode.class::cast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Creates an article and returns its id.
  String create(ObjectNode article) {
    return HttpEvent.of("POST /api/articles")
        .as("editors")
        .json(article)
        .sendTo(publish)
        .expect(201)
        .json()
        .path("id")
        .asText();
  }

  ObjectNode read(String id) {
    return (ObjectNode)
        HttpEvent.of("GET /api/articles/{id}")
            .as("editors")
            .path("id", id)
            .sendTo(read)
            .expect(200)
            .json();
  }

  /// Sends the next revision, an hour after the last.
  HttpAnswer revise(String id, ObjectNode article) {
    var seen = read(id).path("revision").asText();
    clock.move(Duration.ofHours(1));
    return HttpEvent.of("PUT /api/articles/{id}")
        .as("editors", "another")
        .path("id", id)
        .header("if-match", "\"" + seen + "\"")
        .json(article)
        .sendTo(publish);
  }

  /// The page that an article would have.
  String preview(ObjectNode article) {
    return askPreview(article).expect(200).body();
  }

  HttpAnswer askPreview(JsonNode article) {
    return send(HttpEvent.of("POST /api/articles/preview").as("editors").json(article));
  }

  JsonNode list(String status) {
    return HttpEvent.of("GET /api/articles")
        .as("editors")
        .query("status", status)
        .sendTo(read)
        .expect(200)
        .json()
        .path("items");
  }

  JsonNode revisions(String id) {
    return HttpEvent.of("GET /api/articles/{id}/revisions")
        .as("editors")
        .path("id", id)
        .sendTo(read)
        .expect(200)
        .json()
        .path("items");
  }

  /// A revision as the API answers it.
  ObjectNode revision(String id, int number) {
    return (ObjectNode)
        HttpEvent.of("GET /api/articles/{id}/revisions/{n}")
            .as("editors")
            .path("id", id)
            .path("n", Integer.toString(number))
            .sendTo(read)
            .expect(200)
            .json();
  }

  /// What an editor does with an article in one word, such as `restore`, an hour after the last.
  HttpAnswer act(String id, String action, String body) {
    clock.move(Duration.ofHours(1));
    return action(id, action, body).sendTo(publish);
  }

  static HttpEvent action(String id, String action, String body) {
    return HttpEvent.of("POST /api/articles/{id}/" + action)
        .as("editors")
        .path("id", id)
        .json(body);
  }

  HttpAnswer send(HttpEvent request) {
    return request.sendTo(publish);
  }

  /// The items in the partition of an article, by their sort keys.
  List<String> stored(String id) {
    return new Table(services.dynamoDb(), "articles")
        .sortKeysAfter(ArticleItems.partition(id), " ", 1000);
  }

  void withdraw(String id) {
    clock.move(Duration.ofHours(1));
    HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", id)
        .json("{}")
        .sendTo(publish)
        .expect(200);
  }

  /// The page of an article, as [#read] answered it.
  String page(JsonNode article) {
    return services.text("pages", Addresses.key(article.path("url").asText()));
  }

  private static Item ready(Picture picture) {
    return Item.at("MEDIA", picture.id())
        .with("filename", "a.jpg")
        .with("contentType", "image/jpeg")
        .with("bytes", 1L)
        .with("editor", "someone")
        .with("createdAt", START)
        .with("status", "ready")
        .with("picture", picture.write())
        .with("renditions", List.of());
  }
}
