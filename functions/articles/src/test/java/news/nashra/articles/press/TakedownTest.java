package news.nashra.articles.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a withdrawn article leaves at the edge is dropped at once, and once more when the fronts
/// have followed.
@NullUnmarked
class TakedownTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").table("media").bucket("pages");

  private static final Site SITE = Site.of(Edition.load(), "https://news.example");

  private final Table articles = new Table(SERVICES.dynamoDb(), "articles");
  private final MovableClock clock = new MovableClock(Instant.parse("2026-02-23T08:00:00Z"));
  private final Press press = new Press(Bucket.of(SERVICES.s3(), "pages"), clock);
  private final Table comments = new Table(SERVICES.dynamoDb(), "comments");
  private final List<List<String>> dropped = new ArrayList<>();
  private final List<String> references = new ArrayList<>();
  private boolean down;
  private final PressArticles function =
      new PressArticles(SITE, articles, comments, press, this::drop, clock);
  private final Editor editor =
      new Editor(
          new PublishArticle(
              SITE,
              articles,
              comments,
              new Pictures(
                  new Table(SERVICES.dynamoDb(), "media"),
                  new PictureFiles(SERVICES.s3(), "pages", "uploads")),
              press,
              new Ids(clock),
              clock));

  @Test
  void aWithdrawnArticleIsDroppedWithEveryListThatNamedIt() {
    var id = editor.publish(article("first"));
    editor.revise(id, 1, article("second"));
    editor.withdraw(id);
    deliver(id, "published", "withdrawn");
    assertThat(dropped).hasSize(1);
    assertThat(dropped.getFirst())
        .containsExactly(
            "/2026/02/23/second/*",
            "/2026/02/23/first/*",
            "/",
            "/index.html",
            "/corrections/",
            "/corrections/index.html",
            "/society/",
            "/society/index.html",
            "/society/feed.xml",
            "/society/2026/02/",
            "/society/2026/02/index.html",
            "/topics/%D9%85%D8%A7%D8%A1/",
            "/topics/%D9%85%D8%A7%D8%A1/index.html",
            "/authors/omar/",
            "/authors/omar/index.html",
            "/2026/02/23/",
            "/2026/02/23/index.html",
            "/2026/02/",
            "/2026/02/index.html",
            "/sitemaps/2026-02.xml",
            "/feed.xml",
            "/feed.json",
            "/latest.json",
            "/fragments/latest.html",
            "/sitemap.xml",
            "/news-sitemap.xml",
            "/corrections/feed.xml");
  }

  /// The head of live coverage does not name the pictures of its entries.
  @Test
  void everyPictureIsDroppedWithLiveCoverage() {
    var live = new HashMap<>(article("live"));
    live.put("kind", "live");
    var id = editor.publish(live);
    editor.withdraw(id);
    deliver(id, "published", "withdrawn");
    assertThat(dropped.getFirst()).startsWith("/2026/02/23/live/*", "/media/*");
  }

  @Test
  void itIsDroppedOnceMoreWhenTheFrontsHaveFollowed() {
    var id = withdrawn();
    deliver(id, "published", "withdrawn");
    minute();
    minute();
    assertThat(dropped).hasSize(2);
    assertThat(dropped.get(1)).isEqualTo(dropped.get(0));
    assertThat(references).doesNotHaveDuplicates().allMatch(reference -> reference.startsWith(id));
    minute();
    assertThat(dropped).hasSize(2);
  }

  @Test
  void anEdgeThatIsDownHoldsUpNothingAndIsTriedEveryMinute() {
    var id = withdrawn();
    down = true;
    assertThat(deliver(id, "published", "withdrawn")).isEqualTo("{\"batchItemFailures\":[]}");
    minute();
    minute();
    minute();
    assertThat(references).hasSizeGreaterThanOrEqualTo(3);
    assertThat(dropped).isEmpty();
    down = false;
    minute();
    minute();
    assertThat(dropped).hasSize(1);
    int tries = references.size();
    minute();
    assertThat(references).hasSize(tries);
  }

  @Test
  void anArticleThatIsADraftAgainMeanwhileIsDroppedAllTheSame() {
    var id = withdrawn();
    editor.restore(id);
    deliver(id, "published", "withdrawn");
    assertThat(dropped).hasSize(1);
    minute();
    minute();
    assertThat(dropped).hasSize(2);
  }

  @Test
  void aDraftThatNobodyReadIsNotDropped() {
    var draft = new HashMap<>(article("never"));
    draft.put("status", "draft");
    var id = editor.publish(draft);
    editor.withdraw(id);
    deliver(id, "draft", "withdrawn");
    minute();
    minute();
    assertThat(references).isEmpty();
  }

  @Test
  void anArticleThatIsReadStaysAtTheEdge() {
    var id = editor.publish(article("a"));
    editor.revise(id, 1, article("b"));
    deliver(id, "published", "published");
    minute();
    minute();
    assertThat(references).isEmpty();
  }

  @Test
  void picturesThatWentLaterAreDroppedToo() {
    var id = withdrawn();
    deliver(id, "published", "withdrawn");
    minute();
    minute();
    int before = dropped.size();
    HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", id)
        .json(Map.of("media", true))
        .sendTo(editor.function())
        .expect(200);
    minute();
    minute();
    assertThat(dropped).hasSize(before + 1);
  }

  @Test
  void manyArticlesAreDroppedWithTheWholeEdge() {
    var ids = IntStream.range(0, 11).mapToObj(n -> withdrawn()).toList();
    var all = ArticleItems.find(articles, ids);
    assertThat(Takedown.paths(all.subList(0, 10))).contains("/", "/feed.xml").doesNotContain("/*");
    assertThat(Takedown.paths(all)).containsExactly("/*");
  }

  private void drop(String reference, List<String> paths) {
    references.add(reference);
    if (down) {
      throw new IllegalStateException("TooManyInvalidationsInProgress");
    }
    dropped.add(paths);
  }

  private String withdrawn() {
    clock.move(Duration.ofMillis(5));
    var id = editor.publish(article("a-" + clock.instant().toEpochMilli()));
    editor.withdraw(id);
    return id;
  }

  private static Map<String, Object> article(String slug) {
    return Map.of(
        "headline", "خبر عن الماء",
        "section", "society",
        "bodyHtml", "<p>نص</p>",
        "tags", List.of("ماء"),
        "byline", "Omar",
        "slug", slug,
        "related", List.of(),
        "status", "published");
  }

  private String deliver(String id, String before, String after) {
    var record =
        Map.of(
            "dynamodb",
            Map.of(
                "Keys", Map.of("pk", text("ARTICLE#" + id), "sk", text("HEAD")),
                "OldImage", Map.of("status", text(before), "headline", text("h")),
                "NewImage", Map.of("status", text(after), "headline", text("h")),
                "SequenceNumber", "7"));
    return Invocation.of(function, Map.of("Records", List.of(record))).toString();
  }

  private void minute() {
    clock.move(Duration.ofMinutes(1));
    Invocation.of(function, Map.of());
  }

  private static Map<String, String> text(String value) {
    return Map.of("S", value);
  }
}
