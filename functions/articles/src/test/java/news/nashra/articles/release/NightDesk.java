package news.nashra.articles.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.articles.publish.ReadArticles;
import news.nashra.core.Ids;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullMarked;

/// Editors who schedule articles, and the minute's sweeps. The clock stands still until the test
/// moves it or a sweep waits.
@NullMarked
final class NightDesk {
  static final Instant START = Instant.parse("2026-02-23T10:00:00Z");

  final MovableClock clock = new MovableClock(START);
  private final LocalServices services;
  private final Site site;
  private final Table articles;
  private final Table comments;
  private final Press press;
  private final PublishArticle publish;
  private final ReadArticles read;
  private int keys;

  static LocalServices services() {
    return LocalServices.with().table("articles").table("comments").table("media").bucket("pages");
  }

  NightDesk(LocalServices services) {
    this(services, Edition.load());
  }

  NightDesk(LocalServices services, Edition edition) {
    this.services = services;
    this.site = Site.of(edition, "https://news.example");
    this.articles = new Table(services.dynamoDb(), "articles");
    this.comments = new Table(services.dynamoDb(), "comments");
    this.press = new Press(Bucket.of(services.s3(), "pages"), clock);
    var media = new Table(services.dynamoDb(), "media");
    var files = new PictureFiles(services.s3(), "pages", "uploads");
    this.publish =
        new PublishArticle(
            site, articles, comments, new Pictures(media, files), press, new Ids(clock), clock);
    this.read = new ReadArticles(edition, articles);
  }

  /// The edition of the class path in another time zone.
  static Edition in(String zone) {
    var e = Edition.load();
    var region = e.region();
    return new Edition(
        e.masthead(),
        new Edition.Region(
            region.language(),
            region.country(),
            ZoneId.of(zone),
            region.monthNames(),
            region.clock()),
        e.sections(),
        e.comments(),
        e.feeds(),
        e.imprint());
  }

  static ObjectNode article(String headline) {
    return (ObjectNode)
        Json.read(
            Json.write(
                Map.of(
                    "headline",
                    headline,
                    "section",
                    "society",
                    "bodyHtml",
                    "<p>نص " + headline + "</p>",
                    "status",
                    "published")));
  }

  static ObjectNode scheduled(String headline, Instant publishAt) {
    return article(headline).put("status", "scheduled").put("publishAt", publishAt.toString());
  }

  /// Creates an article and returns its id.
  String create(ObjectNode article) {
    return send(article, "key-" + keys++).expect(201).json().path("id").asText();
  }

  HttpAnswer send(ObjectNode article, String key) {
    return HttpEvent.of("POST /api/articles")
        .as("editors", "layla")
        .header("idempotency-key", key)
        .json(article)
        .sendTo(publish);
  }

  HttpAnswer revise(String id, ObjectNode article) {
    return HttpEvent.of("PUT /api/articles/{id}")
        .as("editors", "omar")
        .path("id", id)
        .header("if-match", "\"" + read(id).path("revision").asText() + "\"")
        .json(article)
        .sendTo(publish);
  }

  HttpAnswer withdraw(String id) {
    return act(id, "withdraw");
  }

  /// `POST /api/articles/{id}/<action>`.
  HttpAnswer act(String id, String action) {
    return HttpEvent.of("POST /api/articles/{id}/" + action)
        .as("editors", "omar")
        .path("id", id)
        .json("{}")
        .sendTo(publish);
  }

  HttpAnswer delete(String id) {
    return HttpEvent.of("DELETE /api/articles/{id}")
        .as("editors", "omar")
        .path("id", id)
        .header("if-match", "\"" + read(id).path("revision").asText() + "\"")
        .sendTo(publish);
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

  JsonNode list(String status) {
    return find("status", status);
  }

  JsonNode find(String parameter, String value) {
    return HttpEvent.of("GET /api/articles")
        .as("editors")
        .query(parameter, value)
        .sendTo(read)
        .expect(200)
        .json()
        .path("items");
  }

  /// The keys of everything that is public.
  List<String> pages() {
    return services.keys("pages");
  }

  /// The minute's sweep. When it waits, the clock moves on.
  JsonNode sweep() {
    return sweep(millis -> clock.move(Duration.ofMillis(millis)));
  }

  /// @param sleep what happens when the sweep waits
  JsonNode sweep(LongConsumer sleep) {
    return invoke(Map.of(), sleep);
  }

  JsonNode sweepOne(String id) {
    return invoke(Map.of("article", id), millis -> clock.move(Duration.ofMillis(millis)));
  }

  private JsonNode invoke(Map<String, String> event, LongConsumer sleep) {
    var function = new ReleaseScheduled(site, articles, comments, press, clock, sleep);
    var answer = new JsonNode[1];
    Parallel.inOrder(() -> answer[0] = Invocation.of(function, event));
    return answer[0];
  }
}
