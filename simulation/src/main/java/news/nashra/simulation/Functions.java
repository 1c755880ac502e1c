package news.nashra.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// The functions of one newspaper, each with its timeout from template.yaml.
@NullUnmarked
final class Functions {
  static final Site SITE = Site.of(Edition.load(), "https://news.example");
  static final KeyedHash HASH = new KeyedHash("a key of the simulation, long enough for it");

  private static final S3Presigner PRESIGNER =
      S3Presigner.builder()
          .region(Region.EU_WEST_3)
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
          .build();

  private static final Duration SHORT = Duration.ofSeconds(20);
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration TWO_MINUTES = Duration.ofSeconds(120);
  private static final Duration LONG = Duration.ofSeconds(900);

  /// A function and its timeout.
  record Function(RequestStreamHandler handler, Duration timeout) {}

  final Function publish;
  final Function release;

  /// Ids of articles for which `PublishArticle` has invoked `ReleaseScheduled`.
  final Queue<String> dueSoon = new ArrayDeque<>();

  final Function read;
  final Function authors;
  final Function live;
  final Function press;
  final Function submit;
  final Function moderate;
  final Function upload;
  final Function resize;
  final Function refuse;
  final Function rebuild;
  final Function repress;

  Functions(long seed, Names names, DynamoDbClient dynamoDb, S3Client s3, SimulatedClock clock) {
    var articles = new Table(dynamoDb, names.articles());
    var comments = new Table(dynamoDb, names.comments());
    var media = new Table(dynamoDb, names.media());
    var pages = new Press(Bucket.of(s3, names.site()), clock);
    var pictures = new Pictures(media, new PictureFiles(s3, names.site(), names.uploads()));
    var ids = Chance.ids(seed, clock);
    var ofArticles = new ArticleFunctions(SITE, articles, comments, pages);
    this.publish = new Function(ofArticles.publish(pictures, ids, clock, dueSoon::add), SHORT);
    this.release =
        new Function(ofArticles.release(clock, ms -> Actor.current().sleep(ms)), TWO_MINUTES);
    this.read = new Function(ofArticles.read(), SHORT);
    this.authors = new Function(ofArticles.authors(media, clock), SHORT);
    this.live = new Function(ofArticles.live(media, clock), SHORT);
    this.press = new Function(ofArticles.press(clock), MINUTE);
    var ofComments = new CommentFunctions(SITE, comments, HASH);
    this.submit = new Function(ofComments.submit(ids, clock), SHORT);
    this.moderate = new Function(ofComments.moderate(clock), SHORT);
    var ofMedia = new MediaFunctions(media);
    this.upload =
        new Function(
            ofMedia.upload(SITE.messages(), PRESIGNER, names.uploads(), ids, clock), SHORT);
    this.resize = new Function(ofMedia.resize(s3, names.site()), MINUTE);
    this.refuse = new Function(ofMedia.refuse(s3, names.site()), SHORT);
    var ofLists = new HomepageFunctions(SITE, articles, comments, pages);
    this.rebuild = new Function(ofLists.rebuild(clock), MINUTE);
    this.repress = new Function(ofLists.repress(), LONG);
  }

  /// An answer of the HTTP API.
  record Answer(int status, JsonNode body) {}

  /// Calls a function. The answer is empty if it failed or was killed.
  static Optional<JsonNode> invoke(Function function, Object event) {
    var out = new ByteArrayOutputStream();
    var actor = Actor.current();
    actor.invoking(function.timeout());
    try {
      var in = new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8));
      function.handler().handleRequest(in, out, null);
      var text = out.toString(StandardCharsets.UTF_8);
      return Optional.of(Json.read(text.isEmpty() ? "{}" : text));
    } catch (Killed | RuntimeException | IOException e) {
      return Optional.empty();
    } finally {
      actor.invoked();
    }
  }

  /// Sends a request to the HTTP API. No answer becomes a 504.
  static Answer request(
      Function function,
      String route,
      Map<String, String> path,
      String person,
      Map<String, String> headers,
      Object body) {
    var all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    all.putAll(CommentFunctions.viewer("198.51.100." + person.replaceAll("\\D", "")));
    var claims = Map.of("cognito:groups", "[editors moderators]", "username", person);
    var event =
        Map.of(
            "routeKey", route,
            "pathParameters", path,
            "queryStringParameters", path,
            "headers", all,
            "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body", Json.write(body));
    return invoke(function, event)
        .map(answer ->
            new Answer(answer.path("statusCode").asInt(), body(answer.path("body").asText())))
        .orElse(new Answer(504, body("")));
  }

  private static JsonNode body(String text) {
    return Json.read(text.isEmpty() ? "{}" : text);
  }
}
