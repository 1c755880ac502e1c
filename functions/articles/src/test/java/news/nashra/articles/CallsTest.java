package news.nashra.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import news.nashra.core.Ids;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.CountedCalls;
import news.nashra.local.aws.LocalAws;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The budget of a publish: six calls to AWS, one of them a write to S3.
@NullUnmarked
class CallsTest {
  @Test
  void aPublishMakesAtMostSixCalls() throws IOException {
    try (var aws = LocalAws.inMemory()) {
      aws.createTable("articles");
      aws.createTable("comments");
      aws.createBucket("pages");
      var calls = new CountedCalls(aws);
      var dynamoDb = calls.dynamoDb();
      var function =
          new PublishArticle(
              Site.of(Edition.load(), "https://news.example"),
              new Table(dynamoDb, "articles"),
              new Table(dynamoDb, "comments"),
              new Pictures(new Table(dynamoDb, "media")),
              new Press(calls.s3(), "pages"),
              new Ids(InstantSource.system()),
              InstantSource.system());
      for (int i = 0; i < 3; i++) {
        calls.clear();
        assertThat(publish(function, "key-" + i)).contains("\"statusCode\":201");
      }
      assertThat(calls.names())
          .containsExactly(
              "GetItem",
              "Query",
              "TransactWriteItems",
              "BatchGetItem",
              "PutObject",
              "BatchGetItem");
    }
  }

  private static String publish(PublishArticle function, String key) throws IOException {
    var out = new ByteArrayOutputStream();
    function.handleRequest(CreateEvent.of("خبر " + key, key), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
