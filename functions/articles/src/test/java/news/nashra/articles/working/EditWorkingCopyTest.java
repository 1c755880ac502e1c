package news.nashra.articles.working;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.articles.publish.ReadArticles;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.Ids;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.CountedCalls;
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
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class EditWorkingCopyTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final String TEXT = "{\"basedOn\": 1, \"bodyHtml\": \"<p>نص</p>\"}";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private CountedCalls calls;
  private Table articles;
  private Editor desk;
  private EditWorkingCopy working;
  private ReadArticles read;
  private String id;

  @BeforeEach
  void start() {
    calls = new CountedCalls(SERVICES.aws());
    articles = new Table(calls.dynamoDb(), "articles");
    desk =
        new Editor(
            new PublishArticle(
                Site.of(Edition.load(), "https://news.example"),
                articles,
                new Table(calls.dynamoDb(), "comments"),
                new Pictures(
                    new Table(calls.dynamoDb(), "media"),
                    new PictureFiles(calls.s3(), "pages", "uploads")),
                new Press(Bucket.of(calls.s3(), "pages"), clock),
                new Ids(clock),
                clock));
    working =
        new EditWorkingCopy(
            Edition.load(), "https://news.example", articles, new Ids(clock), clock);
    read = new ReadArticles(Edition.load(), articles, clock);
    id = publish("خبر");
  }

  @Test
  void aCopyComesBackExactlyAsItWasSent() {
    var text =
        """
        {"basedOn": 1, "status":"published",  "headline": " \\u0007  عنوان\\t\\ud800 ",
         "tags": ["", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
         "bodyHtml": "<p onclick=x>غير <b>مكتمل", "section": "none", "image": {"mediaId": "?"},
         "id": "x", "revision": 1, "related": ["nobody"], "kind": "poem"}
        """;
    var tag = save(id, "salma", "if-none-match", "*", text).expect(201).header("etag");
    var copy = load(id, "salma").expect(200);
    assertThat(copy.body()).isEqualTo(text);
    assertThat(copy.header("etag")).isEqualTo(tag);
    assertThat(copy.header("cache-control")).isEqualTo("no-store");
    load(id, "omar").expect(404);
  }

  @Test
  void aSaveReplacesWhatTheEditorSaw() {
    var first = begin(id, "salma");
    clock.move(Duration.ofMinutes(1));
    var receipt = save(id, "salma", "if-match", first, text("2")).expect(200);
    assertThat(receipt.json().path("savedAt").asText()).isEqualTo("2026-03-01T10:01:00.000Z");
    assertThat(receipt.json().path("until").asText()).isEqualTo("2026-03-31T10:01:00.000Z");
    var second = receipt.header("etag");
    assertThat(save(id, "salma", "if-match", first, text("3")).status()).isEqualTo(412);
    assertThat(save(id, "salma", "if-none-match", "*", text("3")).status()).isEqualTo(412);
    assertThat(save(id, "salma", "if-match", "\"1\"", text("3")).status()).isEqualTo(412);
    assertThat(load(id, "salma").body()).isEqualTo(text("2"));
    // As CloudFront hands the tag of a compressed answer over.
    save(id, "salma", "if-match", "W/" + second, text("3")).expect(200);
  }

  @Test
  void aSaveWhoseAnswerWasLostMayBeSentAgain() {
    var first = begin(id, "salma");
    assertThat(save(id, "salma", "if-none-match", "*", TEXT).expect(200).header("etag"))
        .isEqualTo(first);
    var second = save(id, "salma", "if-match", first, text("2")).expect(200).header("etag");
    assertThat(save(id, "salma", "if-match", first, text("2")).expect(200).header("etag"))
        .isEqualTo(second);
  }

  @Test
  void oneOfManySavesAtOnceWins() {
    var first = begin(id, "salma");
    var statuses =
        Parallel.all(
            IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                    n -> () -> save(id, "salma", "if-match", first, text("v" + n)).status())
                .toList());
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
  }

  @Test
  void aRequestSaysWhatItsEditorSaw() {
    for (var method : List.of("PUT", "DELETE")) {
      for (var header : List.of("accept", "if-match")) {
        assertThat(event(method, id, "salma").header(header, "*").json(TEXT).sendTo(working))
            .satisfies(answer ->
                assertThat(answer.expect(428).json().path("detail").asText())
                    .contains("If-None-Match"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                      | basedOn",
        "{\"basedOn\": 0}                        | basedOn",
        "{\"basedOn\": 1000000}                  | basedOn",
        "{\"basedOn\": \"1\"}                    | basedOn",
        "{\"basedOn\": 1.5}                      | basedOn",
        "{\"basedOn\": 1, \"headlin\": \"x\"}    | headlin",
        "{\"basedOn\": 1, \"headline\": 5}       | headline",
        "{\"basedOn\": 1, \"bodyHtml\": []}      | bodyHtml",
        "{\"basedOn\": 1, \"tags\": \"x\"}       | tags",
        "{\"basedOn\": 1, \"tags\": [1]}         | tags[0]",
        "{\"basedOn\": 1, \"image\": {\"x\": 1}} | image.x",
      })
  void whatNoArticleHasIsRefused(String body, String field) {
    var answer = save(id, "salma", "if-none-match", "*", body).expect(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void aCopyIsBounded() {
    int limit = ArticleLimits.WORKING_COPY_KIB * 1024;
    int room = limit - text("").getBytes(UTF_8).length;
    save(id, "salma", "if-none-match", "*", text("x".repeat(room + 1))).expect(413);
    save(id, "salma".repeat(20), "if-none-match", "*", text("x".repeat(room))).expect(201);
  }

  @Test
  void aCopyBeginsWithAnArticleAndOutlivesItsWithdrawal() {
    save("01KJ4Z6V8G0000000000000009", "salma", "if-none-match", "*", TEXT).expect(404);
    var tag = begin(id, "salma");
    desk.withdraw(id);
    assertThat(load(id, "salma").expect(200).body()).isEqualTo(TEXT);
    tag = save(id, "salma", "if-match", tag, text("2")).expect(200).header("etag");
    articles.delete(ArticleItems.headKey(id));
    assertThat(load(id, "salma").expect(200).body()).isEqualTo(text("2"));
    save(id, "salma", "if-match", tag, text("3")).expect(200);
  }

  @Test
  void aCopyIsForgottenThirtyDaysAfterItsLastSave() {
    begin(id, "salma");
    for (var item : List.of(copy("salma"), line("salma"))) {
      assertThat(item.number(Item.EXPIRES))
          .isEqualTo(Instant.parse("2026-03-31T10:00:00Z").getEpochSecond());
    }
    clock.move(Duration.ofDays(30));
    load(id, "salma").expect(404);
    assertThat(list().json().at("/items/0").has("working")).isFalse();
    save(id, "salma", "if-none-match", "*", text("2")).expect(201);
    assertThat(list().json().at("/items/0/working/0").asText()).isEqualTo("salma");
  }

  @Test
  void aCopyIsDeletedByWhoSawIt() {
    var first = begin(id, "salma");
    var second = save(id, "salma", "if-match", first, text("2")).expect(200).header("etag");
    assertThat(delete("salma", first).status()).isEqualTo(412);
    assertThat(delete("salma", second).expect(204).body()).isEmpty();
    assertThat(delete("salma", second).status()).isEqualTo(204);
    load(id, "salma").expect(404);
    assertThat(articles.partition("LIST#working")).isEmpty();
  }

  @Test
  void theListOfArticlesSaysWhoIsAtWorkOnThem() {
    clock.move(Duration.ofMinutes(1));
    var other = publish("آخر");
    begin(id, "salma");
    begin(id, "عمر#1");
    begin(other, "salma");
    var items = list().json().path("items");
    assertThat(items.findValuesAsText("editor")).containsExactly("someone", "someone");
    assertThat(items.at("/0/working")).hasToString("[\"salma\"]");
    assertThat(items.at("/1/working")).hasToString("[\"salma\",\"عمر#1\"]");
    calls.clear();
    assertThat(new WorkingCopies(articles).editors(Set.of(other), clock.instant()))
        .isEqualTo(Map.of(other, List.of("salma")));
    assertThat(calls.queried()).isEqualTo(1);
  }

  @Test
  void whoAsksAgainForAnUnchangedListIsToldSo() {
    var first = list();
    var tag = first.expect(200).header("etag");
    var same = HttpEvent.of("GET /api/articles").as("editors").header("if-none-match", tag);
    assertThat(same.sendTo(read).expect(304).body()).isEmpty();
    assertThat(same.header("if-none-match", "\"x\", W/" + tag).sendTo(read).status())
        .isEqualTo(304);
    begin(id, "salma");
    var changed = same.sendTo(read).expect(200).header("etag");
    assertThat(changed).isNotEqualTo(tag);
    clock.move(Duration.ofMinutes(1));
    desk.revise(id, 1, article("خبر"));
    assertThat(same.header("if-none-match", changed).sendTo(read).status()).isEqualTo(200);
  }

  @Test
  void onlyEditorsHaveCopies() {
    for (var method : List.of("GET", "PUT", "DELETE")) {
      HttpEvent.of(method + " /api/articles/{id}/working-copy")
          .as("moderators")
          .path("id", id)
          .query("x", "1")
          .sendTo(working)
          .expect(403);
    }
  }

  private String begin(String article, String editor) {
    return save(article, editor, "if-none-match", "*", TEXT).expect(201).header("etag");
  }

  private static String text(String body) {
    return "{\"basedOn\": 1, \"bodyHtml\": \"" + body + "\"}";
  }

  private static HttpEvent event(String method, String article, String editor) {
    return HttpEvent.of(method + " /api/articles/{id}/working-copy")
        .as("editors", editor)
        .path("id", article);
  }

  private HttpAnswer save(
      String article, String editor, String condition, String tag, String body) {
    return event("PUT", article, editor).header(condition, tag).json(body).sendTo(working);
  }

  private HttpAnswer load(String article, String editor) {
    return event("GET", article, editor).sendTo(working);
  }

  private HttpAnswer delete(String editor, String tag) {
    return event("DELETE", id, editor).header("if-match", tag).sendTo(working);
  }

  private HttpAnswer list() {
    return HttpEvent.of("GET /api/articles").as("editors").sendTo(read);
  }

  private Item copy(String editor) {
    return articles.get("ARTICLE#" + id, "WORKING#" + editor).orElseThrow();
  }

  private Item line(String editor) {
    return articles.get("LIST#working", id + "#" + editor).orElseThrow();
  }

  private String publish(String headline) {
    return desk.publish(article(headline));
  }

  private static Map<String, Object> article(String headline) {
    return Map.of(
        "headline", headline, "section", "society", "bodyHtml", "<p>نص</p>", "status", "published");
  }
}
