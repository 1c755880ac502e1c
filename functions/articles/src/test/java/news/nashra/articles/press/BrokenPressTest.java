package news.nashra.articles.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.publish.Editors;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A change that is committed while S3 is unavailable is not lost: the answer is 202, and the
/// stream presses the page.
@NullUnmarked
class BrokenPressTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final Site SITE = Site.of(Edition.load(), "https://news.example");
  private static final InstantSource CLOCK = InstantSource.system();

  private final Table articles = new Table(SERVICES.dynamoDb(), "articles");
  private final Table comments = new Table(SERVICES.dynamoDb(), "comments");

  @Test
  void aPageThatCouldNotBePressedIsPressedByTheStream() {
    var pictures =
        new Pictures(
            new Table(SERVICES.dynamoDb(), "media"),
            new PictureFiles(SERVICES.s3(), "pages", "uploads"));
    var publish =
        new PublishArticle(
            SITE, articles, comments, pictures, press(broken()), new Ids(CLOCK), CLOCK);
    var receipt = Editors.create("خبر", "").sendTo(publish).expect(202).json();
    var id = receipt.path("id").asText();
    assertThat(receipt.path("pressed")).isEmpty();
    assertThat(SERVICES.keys("pages")).isEmpty();

    assertThat(deliver(id, SERVICES.environment())).isEqualTo("{\"batchItemFailures\":[]}");
    assertThat(SERVICES.keys("pages")).containsExactly(Addresses.key(receipt.path("url").asText()));

    assertThat(deliver(id, broken()))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"7\"}]}");
  }

  /// An environment in which S3 cannot be reached.
  private static Map<String, String> broken() {
    var environment = new HashMap<>(SERVICES.environment());
    environment.put("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:1");
    return environment;
  }

  private static Press press(Map<String, String> environment) {
    var all = new HashMap<>(environment);
    all.put("SITE_BUCKET", "pages");
    return new Press(new Aws(new Settings(all)).bucket("SITE_BUCKET"), CLOCK);
  }

  private String deliver(String id, Map<String, String> environment) {
    var record =
        Map.of(
            "dynamodb",
            Map.of("Keys", Map.of("pk", Map.of("S", "ARTICLE#" + id)), "SequenceNumber", "7"));
    var function =
        new PressArticles(
            SITE, articles, comments, press(environment), (reference, paths) -> {}, CLOCK);
    return Invocation.of(function, Map.of("Records", List.of(record))).toString();
  }
}
