package news.nashra.articles.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.publish.CreateEvent;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.core.press.Press;
import news.nashra.local.aws.LocalAws;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/// A change that is committed while S3 is unavailable is not lost: the answer is 202, and the
/// stream presses the page.
@NullUnmarked
class BrokenPressTest {
  @Test
  void aPageThatCouldNotBePressedIsPressedByTheStream() throws IOException {
    try (var aws = LocalAws.inMemory()) {
      aws.createTable("articles");
      aws.createTable("comments");
      aws.createBucket("pages");
      var site = Site.of(Edition.load(), "https://news.example");
      var dynamoDb = new Aws(new Settings(aws.environment())).dynamoDb();
      var articles = new Table(dynamoDb, "articles");
      var away = new HashMap<>(aws.environment());
      away.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");

      var function =
          new PublishArticle(
              site,
              articles,
              new Table(dynamoDb, "comments"),
              new Pictures(new Table(dynamoDb, "media")),
              new Press(new Aws(new Settings(away)).s3(), "pages", InstantSource.system()),
              new Ids(InstantSource.system()),
              InstantSource.system());
      var out = new ByteArrayOutputStream();
      function.handleRequest(CreateEvent.of("خبر", ""), out, null);
      var answer = Json.read(out.toString(StandardCharsets.UTF_8));
      assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
      var receipt = Json.read(answer.path("body").asText());
      assertThat(receipt.path("pressed")).isEmpty();

      var s3 = new Aws(new Settings(aws.environment())).s3();
      assertThat(keys(s3)).isEmpty();
      var comments = new Table(dynamoDb, "comments");
      var pressArticles =
          new PressArticles(
              site,
              articles,
              comments,
              new Press(s3, "pages", InstantSource.system()),
              InstantSource.system());
      assertThat(deliver(pressArticles, receipt.path("id").asText()))
          .isEqualTo("{\"batchItemFailures\":[]}");
      assertThat(keys(s3)).containsExactly(Addresses.key(receipt.path("url").asText()));

      var broken =
          new PressArticles(
              site,
              articles,
              comments,
              new Press(new Aws(new Settings(away)).s3(), "pages", InstantSource.system()),
              InstantSource.system());
      assertThat(deliver(broken, receipt.path("id").asText()))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
    }
  }

  private static List<String> keys(S3Client s3) {
    return s3.listObjectsV2(r -> r.bucket("pages")).contents().stream().map(o -> o.key()).toList();
  }

  private static String deliver(PressArticles function, String id) throws IOException {
    var record =
        Map.of(
            "dynamodb",
            Map.of("Keys", Map.of("pk", Map.of("S", "ARTICLE#" + id)), "SequenceNumber", "7"));
    var out = new ByteArrayOutputStream();
    function.handleRequest(CreateEvent.stream(Map.of("Records", List.of(record))), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
