package news.nashra.articles.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class PreviewLinksTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final String GONE = "هذه المعاينة غير متاحة";
  private static final String KEY = "k".repeat(48);
  private static final String OTHER_KEY = "o".repeat(48);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private final AtomicReference<PreviewKeys> keys = new AtomicReference<>(PreviewKeys.read(KEY));
  private final Table articles = new Table(SERVICES.dynamoDb(), "articles");
  private Editor desk;
  private PreviewLinks links;
  private String draft;

  @BeforeEach
  void start() {
    var site = Site.of(Edition.load(), "https://news.example");
    desk =
        new Editor(
            new PublishArticle(
                site,
                articles,
                new Table(SERVICES.dynamoDb(), "comments"),
                new Pictures(
                    new Table(SERVICES.dynamoDb(), "media"),
                    new PictureFiles(SERVICES.s3(), "pages", "uploads")),
                new Press(Bucket.of(SERVICES.s3(), "pages"), clock),
                new Ids(clock),
                clock));
    links = new PreviewLinks(site, articles, keys::get, new Ids(clock), clock);
    draft = desk.publish(article("قطار الليل", "draft"));
  }

  @Test
  void whoHasTheLinkSeesTheDraftAsItWouldBe() {
    var made = make(draft);
    assertThat(made.path("until").asText()).isEqualTo("2026-03-03T10:00:00.000Z");
    assertThat(made.path("url").asText()).matches("https://news.example/api/previews/[\\w-]{54}");
    var page = open(made.path("url").asText()).expect(200);
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
    assertThat(page.header("x-robots-tag")).isEqualTo("noindex, nofollow");
    assertThat(page.header("set-cookie")).isEmpty();
    assertThat(page.body())
        .contains(
            "<h1 dir=\"rtl\">قطار الليل</h1>", "<p>نص المسودة</p>", "معاينة", "content=\"noindex\"")
        .contains("3 آذار / مارس 2026")
        .doesNotContain("<form", "class=\"share\"", "rel=\"canonical\"");
    assertThat(SERVICES.keys("pages")).isEmpty();
  }

  @Test
  void aLinkShowsTheLastRevisionWhateverItsStatus() {
    var url = make(draft).path("url").asText();
    desk.revise(draft, 1, article("قطار الصباح", "draft"));
    assertThat(open(url).expect(200).body()).contains("<h1 dir=\"rtl\">قطار الصباح</h1>");
    desk.revise(draft, 2, article("قطار الظهر", "published"));
    assertThat(open(url).expect(200).body()).contains("<h1 dir=\"rtl\">قطار الظهر</h1>", "معاينة");
    desk.withdraw(draft);
    assertThat(open(url).expect(200).body()).contains("<h1 dir=\"rtl\">قطار الظهر</h1>");
  }

  @Test
  void aScheduledArticleIsShownWithTheDayOfItsPublication() {
    var scheduled = new HashMap<>(article("قطار الغد", "scheduled"));
    scheduled.put("publishAt", "2026-03-09T10:00:00Z");
    var url = make(desk.publish(scheduled)).path("url").asText();
    assertThat(open(url).expect(200).body())
        .contains("<h1 dir=\"rtl\">قطار الغد</h1>", "9 آذار / مارس 2026");
    assertThat(SERVICES.keys("pages")).isEmpty();
  }

  @Test
  void aLinkExpiresAfterTwoDays() {
    var url = make(draft).path("url").asText();
    clock.move(Duration.ofHours(48).minusMillis(1));
    open(url).expect(200);
    clock.move(Duration.ofMillis(1));
    assertGone(open(url));
  }

  @Test
  void revokingEndsAllEarlierLinksOfTheArticleAndNoOther() {
    var other = make(desk.publish(article("خبر", "published"))).path("url").asText();
    var first = make(draft).path("url").asText();
    clock.move(Duration.ofMinutes(1));
    var second = make(draft).path("url").asText();
    assertThat(revoke(draft).expect(204).body()).isEmpty();
    assertGone(open(first));
    assertGone(open(second));
    revoke(draft).expect(204);
    var third = make(draft).path("url").asText();
    open(third).expect(200);
    assertGone(open(second));
    open(other).expect(200);
  }

  @Test
  void linksThatAreMadeAtOnceAreAllGood() {
    var made =
        Parallel.all(
            IntStream.range(0, 6)
                .<Callable<String>>mapToObj(n -> () -> make(draft).path("url").asText())
                .toList());
    made.forEach(url -> open(url).expect(200));
  }

  @Test
  void theSeriesIsKeptForADayAfterItsLastLink() {
    make(draft);
    clock.move(Duration.ofHours(1));
    make(draft);
    var series = articles.get("PREVIEW#" + draft, "PREVIEW").orElseThrow();
    assertThat(series.number(Item.EXPIRES))
        .isEqualTo(Instant.parse("2026-03-04T11:00:00Z").getEpochSecond());
  }

  @Test
  void aForgedLinkShowsNothing() {
    var token = token(make(draft));
    var bytes = Base64.getUrlDecoder().decode(token);
    for (int i = 0; i < bytes.length; i++) {
      var forged = bytes.clone();
      forged[i] ^= 1;
      assertGone(show(Base64.getUrlEncoder().withoutPadding().encodeToString(forged)));
    }
  }

  @Test
  void anotherKeyOpensNothingUntilItIsOneOfTheKeys() {
    var url = make(draft).path("url").asText();
    keys.set(PreviewKeys.read(OTHER_KEY));
    assertGone(open(url));
    keys.set(PreviewKeys.read(OTHER_KEY + " " + KEY));
    open(url).expect(200);
    assertThat(new KeyedHash(KEY).base64Url("preview", "a"))
        .isNotEqualTo(new KeyedHash(OTHER_KEY).base64Url("preview", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "????",
        "%00",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "______________________________________________________"
      })
  void aTokenOfAnotherShapeShowsNothing(String token) {
    assertGone(show(token));
  }

  @Test
  void anAddressThatIsSharedMayHaveParameters() {
    HttpEvent.of("GET /api/previews/{token}")
        .header("accept", "text/html")
        .path("token", token(make(draft)))
        .query("fbclid", "x")
        .sendTo(links)
        .expect(200);
  }

  @Test
  void onlyEditorsMakeAndRevokeLinks() {
    for (var method : List.of("POST", "DELETE")) {
      HttpEvent.of(method + " /api/articles/{id}/preview-link")
          .as("moderators")
          .path("id", draft)
          .query("x", "1")
          .sendTo(links)
          .expect(403);
    }
    for (var method : List.of("POST", "DELETE")) {
      HttpEvent.of(method + " /api/articles/{id}/preview-link")
          .as("editors")
          .path("id", "01KJ4Z6V8G0000000000000009")
          .sendTo(links)
          .expect(404);
    }
  }

  private JsonNode make(String id) {
    return HttpEvent.of("POST /api/articles/{id}/preview-link")
        .as("editors")
        .path("id", id)
        .sendTo(links)
        .expect(201)
        .json();
  }

  private HttpAnswer revoke(String id) {
    return HttpEvent.of("DELETE /api/articles/{id}/preview-link")
        .as("editors")
        .path("id", id)
        .sendTo(links);
  }

  private static String token(JsonNode made) {
    var url = made.path("url").asText();
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private HttpAnswer open(String url) {
    return show(url.substring(url.lastIndexOf('/') + 1));
  }

  private HttpAnswer show(String token) {
    return HttpEvent.of("GET /api/previews/{token}").path("token", token).sendTo(links);
  }

  private static void assertGone(HttpAnswer answer) {
    assertThat(answer.expect(404).body()).contains("<h1>" + GONE + "</h1>");
    assertThat(answer.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
  }

  private static Map<String, Object> article(String headline, String status) {
    var article = new HashMap<String, Object>();
    article.put("headline", headline);
    article.put("section", "society");
    article.put("bodyHtml", "<p>نص المسودة</p>");
    article.put("status", status);
    return article;
  }
}
