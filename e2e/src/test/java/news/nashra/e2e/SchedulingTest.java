package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Waiting.pause;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import news.nashra.local.stack.Stack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Scheduled articles: nothing of them is public before their second, and everything soon after.
class SchedulingTest {
  private static final String CANARY = "canaryword";
  private static final int ARTICLES = 20;
  private static final Duration LEAD = Duration.ofSeconds(30);
  private static final Duration APART = Duration.ofMillis(250);

  /// The goal is two seconds on a machine that does nothing else; tests share theirs.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /// A function that has not begun yet may take longer than the seconds until an article is due.
  @BeforeAll
  static void begin() {
    var answer = publish(article());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var again = put("/api/articles/" + id(answer), "\"1\"", article().put("status", "published"));
    assertThat(again.status()).as(again.text()).isEqualTo(200);
  }

  @Test
  void nothingOfAnEmbargoedArticleIsPublicBeforeItsSecond() {
    var first = Instant.now().plus(LEAD);
    var ids = new ArrayList<String>();
    for (int n = 0; n < ARTICLES; n++) {
      var answer = publish(embargoed(n).put("publishAt", at(first, n).toString()));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.json().has("url")).isFalse();
      ids.add(id(answer));
    }
    assertThat(pin("/api/homepage/lead", ids.getFirst()).status()).isEqualTo(422);
    assertThat(publish(related(ids.getFirst())).error("related[0]")).isNotEmpty();
    int crawls = 0;
    while (Instant.now().isBefore(first.minusSeconds(2))) {
      var found = crawl();
      if (Instant.now().isBefore(first)) {
        assertThat(found).isEmpty();
        crawls++;
      }
      pause(Duration.ofMillis(500));
    }
    assertThat(crawls).isPositive();
    for (int n = 0; n < ARTICLES; n++) {
      var released = awaitReleased(ids.get(n));
      assertThat(Instant.parse(released.path("publishedAt").asText())).isEqualTo(at(first, n));
      assertThat(Instant.parse(released.path("releasedAt").asText()))
          .isAfterOrEqualTo(at(first, n));
      assertThat(released.path("revision").asInt()).isEqualTo(2);
      var url = released.path("url").asText();
      var word = word(n);
      await(url, () -> get(url).text().contains(word));
    }
    var month = "/sitemaps/" + first.toString().substring(0, 7) + ".xml";
    for (var path :
        List.of("/", "/society/", "/feed.xml", "/latest.json", "/topics/" + CANARY + "/")) {
      await(path, () -> get(path).text().contains(word(ARTICLES - 1)));
    }
    await(month, () -> get(month).text().contains(slug(ARTICLES - 1)));
    assertThat(crawl()).as("what a crawl sees").isNotEmpty();
  }

  @Test
  void anArticleThatEndsLeavesTheNewspaper() {
    var end = Instant.now().plusSeconds(6);
    var answer = publish(article().put("headline", "خبر مؤقت").put("expireAt", end.toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var id = id(answer);
    var url = answer.json().path("url").asText();
    assertThat(get(url).status()).isEqualTo(200);
    await(id, () -> read("/api/articles/" + id).json().path("status").asText().equals("withdrawn"));
    var ended = read("/api/articles/" + id).json();
    assertThat(ended.path("reason").asText()).isEqualTo("انتهت مدة نشره.");
    assertThat(Instant.parse(ended.path("revisedAt").asText())).isAfterOrEqualTo(end);
    await(url, () -> get(url).status() == 404);
  }

  @Test
  void whatIsTakenOffTheScheduleStaysADraft() {
    var soon = Instant.now().plusSeconds(8);
    var article = article().put("headline", "خبر تراجعنا عنه").put("status", "scheduled");
    var answer = publish(article.put("publishAt", soon.toString()));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    var id = id(answer);
    article.remove("publishAt");
    var back = put("/api/articles/" + id, "\"1\"", article.put("status", "draft"));
    assertThat(back.status()).as(back.text()).isEqualTo(200);
    pause(Duration.between(Instant.now(), soon.plusSeconds(2)));
    Newspaper.stack().fireSchedules();
    assertThat(read("/api/articles/" + id).json().path("status").asText()).isEqualTo("draft");
  }

  private static Instant at(Instant first, int n) {
    return Instant.ofEpochMilli(first.plus(APART.multipliedBy(n)).toEpochMilli());
  }

  private static ObjectNode embargoed(int n) {
    var article = article();
    article.putArray("tags").add(CANARY);
    return article
        .put("headline", "خبر محظور " + word(n))
        .put("summary", "ملخص " + word(n))
        .put("byline", CANARY)
        .put("slug", slug(n))
        .put("bodyHtml", "<p>نص " + word(n) + "</p>")
        .put("status", "scheduled");
  }

  private static ObjectNode related(String other) {
    var article = article();
    article.putArray("related").add(other);
    return article;
  }

  private static String word(int n) {
    return CANARY + n + "x";
  }

  private static String slug(int n) {
    return CANARY + "-" + n + "-x";
  }

  private static Newspaper.Answer pin(String lead, String id) {
    var body = Newspaper.object();
    body.putArray("articles").add(id);
    return Newspaper.send(Newspaper.asEditor(lead).PUT(Newspaper.json(body)));
  }

  /// The keys of all public files that have the word in their name or text. Every file of the site
  /// bucket is public, and nothing else is.
  private static List<String> crawl() {
    Stack stack = Newspaper.stack();
    var s3 = stack.aws().s3();
    return s3.listObjectsV2Paginator(r -> r.bucket(stack.site())).contents().stream()
        .map(object -> object.key())
        .filter(key -> !key.startsWith("media/"))
        .filter(key -> (key + text(key)).contains(CANARY))
        .toList();
  }

  /// Pictures are among them.
  private static String text(String key) {
    var stack = Newspaper.stack();
    return stack
        .aws()
        .s3()
        .getObjectAsBytes(r -> r.bucket(stack.site()).key(key))
        .asString(ISO_8859_1);
  }

  private static JsonNode awaitReleased(String id) {
    var path = "/api/articles/" + id;
    await(path, () -> read(path).json().path("status").asText().equals("published"));
    return read(path).json();
  }

  private static void await(String what, BooleanSupplier holds) {
    Waiting.await(PATIENCE, what, holds);
  }
}
