package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.nashra.articles.press.PressArticles;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.Press;
import news.nashra.local.aws.CountedCalls;
import news.nashra.media.PictureFiles;
import news.nashra.media.Pictures;
import news.nashra.site.Addresses;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import news.nashra.site.Site;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// The number of calls to AWS for publishing and changing an article with many comments.
@NullUnmarked
class CallsTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final int COMMENTS = 2000;
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private CountedCalls calls;
  private PublishArticle publish;
  private PressArticles pressArticles;

  @BeforeEach
  void start() {
    calls = new CountedCalls(SERVICES.aws());
    var site = Site.of(Edition.load(), "https://news.example");
    var articles = new Table(calls.dynamoDb(), "articles");
    var comments = new Table(calls.dynamoDb(), "comments");
    var press = new Press(Bucket.of(calls.s3(), "pages"), InstantSource.system());
    var pictures =
        new Pictures(
            new Table(calls.dynamoDb(), "media"), new PictureFiles(calls.s3(), "pages", "uploads"));
    var clock = InstantSource.system();
    publish = new PublishArticle(site, articles, comments, pictures, press, new Ids(clock), clock);
    pressArticles =
        new PressArticles(
            site, articles, comments, press, (reference, paths) -> {}, InstantSource.system());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void aPublishMakesAtMostFourCalls(int authors) {
    var slugs = IntStream.range(0, authors).mapToObj(i -> "author-" + i).toList();
    slugs.forEach(this::record);
    for (int i = 0; i < 3; i++) {
      calls.clear();
      var receipt =
          Editors.create("خبر " + i, "key-" + i, slugs).sendTo(publish).expect(201).json();
      assertThat(receipt.path("status").asText()).isEqualTo("published");
      assertThat(slugs).allMatch(page(key(receipt))::contains);
    }
    assertThat(calls.names())
        .containsExactlyInAnyOrder(
            "BatchGetItem", // the request, and the records of its authors
            "Query", // the newest of the section
            "TransactWriteItems",
            "PutObject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"society", "check"})
  void theFirstPageIsWhatTheStreamPresses(String section) {
    for (int i = 0; i < 3; i++) {
      Map<String, Object> article =
          Map.of(
              "headline",
              "خبر " + i,
              "section",
              section,
              "bodyHtml",
              "<p>نص</p>",
              "status",
              "published");
      var user = section.equals("check") ? "check" : "editors";
      var receipt = Editor.creation(article).as(user).sendTo(publish).expect(201).json();
      calls.clear();
      follow(receipt.path("id").asText());
      assertThat(calls.count("PutObject")).as("pages that are different").isZero();
    }
  }

  @Test
  void aRepeatedRequestWhosePageIsGonePressesItWithItsComments() {
    var article = publish("خبر", "key");
    show(article.path("id").asText(), 3);
    SERVICES.s3().deleteObject(r -> r.bucket("pages").key(key(article)));
    assertThat(publish("خبر", "key").path("id")).isEqualTo(article.path("id"));
    assertThat(page(key(article))).contains("تعليق رقم 2");
  }

  @Test
  void aHeadlineFixReadsEachOfTwoThousandCommentsOnce() {
    var article = publish("عنوان قديم", "");
    var id = article.path("id").asText();
    show(id, COMMENTS);
    follow(id);
    // The article, and its comments by fifty.
    assertThat(SERVICES.keys("pages")).hasSize(41);

    calls.clear();
    revise(id, "عنوان جديد");
    assertThat(calls.count("PutObject")).as("pages that the editor waits for").isEqualTo(1);
    assertThat(page(key(article))).contains("عنوان جديد");
    assertThat(reads()).isLessThanOrEqualTo(8);
    assertThat(calls.queried()).isEqualTo(COMMENTS);

    calls.clear();
    follow(id);
    assertThat(calls.count("PutObject")).as("pages left to the stream").isEqualTo(40);
    assertThat(reads()).isLessThanOrEqualTo(8);
    assertThat(calls.queried()).isEqualTo(COMMENTS);
    for (var key : SERVICES.keys("pages")) {
      assertThat(page(key)).as(key).contains("عنوان جديد");
    }
  }

  @Test
  void aHeadlineFixPressesAShortDiscussionAtOnce() {
    var article = publish("عنوان قديم", "");
    var id = article.path("id").asText();
    show(id, 120);
    follow(id);
    calls.clear();
    revise(id, "عنوان جديد");
    assertThat(calls.count("PutObject")).as("the article, and its comments by fifty").isEqualTo(4);
    calls.clear();
    follow(id);
    assertThat(calls.count("PutObject")).as("pages left to the stream").isZero();
  }

  @Test
  void aLongDiscussionIsBackAtOnceWithItsOldAddress() {
    var article = publish("عنوان قديم", "");
    var id = article.path("id").asText();
    var oldest = Addresses.key(article.path("url").asText() + "comments/1/");
    show(id, COMMENTS);
    follow(id);
    move(id, 1, "elsewhere");
    follow(id);
    assertThat(page(oldest)).as("a redirect").doesNotContain("تعليق رقم 3");
    move(id, 2, "عنوان-قديم");
    assertThat(page(oldest)).contains("تعليق رقم 3");
  }

  private void move(String id, long seen, String slug) {
    Map<String, Object> article =
        Map.of(
            "headline", "عنوان",
            "section", "society",
            "slug", slug,
            "bodyHtml", "<p>نص</p>",
            "status", "published");
    Editor.revision(id, seen, article).sendTo(publish).expect(200);
  }

  private void record(String slug) {
    var authors =
        new EditAuthors(
            Messages.load("en"),
            new Table(calls.dynamoDb(), "articles"),
            new Table(calls.dynamoDb(), "media"),
            InstantSource.system());
    var event = HttpEvent.of("PUT /api/authors/{slug}").as("editors").path("slug", slug);
    event.json(Map.of("name", slug)).sendTo(authors).expect(201);
  }

  private long reads() {
    return calls.count("Query") + calls.count("GetItem") + calls.count("BatchGetItem");
  }

  private void show(String article, int comments) {
    for (int from = 0; from < comments; from += 25) {
      var some =
          IntStream.range(from, Math.min(from + 25, comments))
              .mapToObj(n ->
                  Item.at("SHOWN#" + article, "SHOWN#01KJ5A00000000000000%06d".formatted(n))
                      .with("name", "قارئ " + n)
                      .with("title", "عنوان")
                      .with("body", "تعليق رقم " + n)
                      .with("submittedAt", START.plusSeconds(n)))
              .map(
                  item -> WriteRequest.builder().putRequest(p -> p.item(item.attributes())).build())
              .toList();
      SERVICES.dynamoDb().batchWriteItem(r -> r.requestItems(Map.of("comments", some)));
    }
  }

  private JsonNode publish(String headline, String key) {
    return Editors.create(headline, key).sendTo(publish).expect(201).json();
  }

  private void revise(String id, String headline) {
    var answer = Editors.revise(id, 1, headline).sendTo(publish).expect(200);
    assertThat(answer.json().path("revision").asInt()).isEqualTo(2);
  }

  private void follow(String id) {
    var head = Map.of("pk", Map.of("S", "ARTICLE#" + id), "sk", Map.of("S", "HEAD"));
    var record = Map.of("dynamodb", Map.of("Keys", head, "SequenceNumber", "1"));
    var answer = Invocation.of(pressArticles, Map.of("Records", List.of(record)));
    assertThat(answer).hasToString("{\"batchItemFailures\":[]}");
  }

  private static String key(JsonNode article) {
    return Addresses.key(article.path("url").asText());
  }

  private String page(String key) {
    return SERVICES.text("pages", key);
  }
}
