package news.nashra.articles.working;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.nashra.articles.publish.PublishArticle;
import news.nashra.core.Ids;
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

@NullUnmarked
class PresenceTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private static final String NOBODYS = "01KJ4Z6V8G0000000000000009";

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private Table articles;
  private Editor desk;
  private EditWorkingCopy working;
  private String id;

  @BeforeEach
  void start() {
    var calls = new CountedCalls(SERVICES.aws());
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
    id = desk.publish(article("خبر"));
  }

  @Test
  void eachIsToldOfTheOthersAndNotOfThemselves() {
    assertThat(open("salma")).isEmpty();
    assertThat(open("عمر#1")).containsExactly("salma");
    assertThat(open("salma")).containsExactly("عمر#1");
    var other = desk.publish(article("آخر"));
    assertThat(names(mark(other, "rami").expect(200).json(), "open")).isEmpty();
  }

  @Test
  void whoHasWordsThatAreNotSavedIsNamedToo() {
    save("omar");
    var seen = mark(id, "salma").expect(200).json();
    assertThat(names(seen, "working")).containsExactly("omar");
    assertThat(names(seen, "open")).isEmpty();
    assertThat(names(mark(id, "omar").expect(200).json(), "working")).isEmpty();
  }

  @Test
  void theNewestRevisionIsTold() {
    clock.move(Duration.ofMinutes(1));
    desk.revise(id, 1, article("خبر آخر"));
    var seen = mark(id, "salma").expect(200).json();
    assertThat(seen.path("revision").asInt()).isEqualTo(2);
    assertThat(seen.path("status").asText()).isEqualTo("published");
    assertThat(seen.path("editor").asText()).isEqualTo("someone");
    assertThat(seen.path("revisedAt").asText()).isEqualTo("2026-03-01T10:01:00.000Z");
  }

  @Test
  void aMarkIsForgottenUnlessItIsMadeAgain() {
    open("salma");
    assertThat(articles.get("LIST#open", id + "#salma").orElseThrow().number(Item.EXPIRES))
        .isEqualTo(Instant.parse("2026-03-01T10:02:00Z").getEpochSecond());
    clock.move(Duration.ofSeconds(119));
    assertThat(open("omar")).containsExactly("salma");
    clock.move(Duration.ofSeconds(1));
    assertThat(open("omar")).isEmpty();
    open("salma");
    assertThat(open("omar")).containsExactly("salma");
  }

  @Test
  void whoLeavesIsGoneAtOnce() {
    open("salma");
    for (int times = 0; times < 2; times++) {
      assertThat(send("DELETE", id, "salma").expect(204).body()).isEmpty();
    }
    assertThat(open("omar")).isEmpty();
  }

  @Test
  void whereNoArticleIsNothingIsMarked() {
    mark(NOBODYS, "salma").expect(404);
    mark("x", "salma").expect(404);
    send("DELETE", "x", "salma").expect(404);
    assertThat(articles.partition("LIST#open")).isEmpty();
  }

  @Test
  void onlyEditorsAreAtAnArticle() {
    for (var method : List.of("PUT", "DELETE")) {
      var event = HttpEvent.of(method + " /api/articles/{id}/presence").as("moderators");
      event.path("id", id).sendTo(working).expect(403);
    }
  }

  private List<String> open(String editor) {
    return names(mark(id, editor).expect(200).json(), "open");
  }

  private static List<String> names(JsonNode json, String field) {
    return json.path(field).valueStream().map(JsonNode::asText).toList();
  }

  private HttpAnswer mark(String article, String editor) {
    return send("PUT", article, editor);
  }

  private HttpAnswer send(String method, String article, String editor) {
    return HttpEvent.of(method + " /api/articles/{id}/presence")
        .as("editors", editor)
        .path("id", article)
        .sendTo(working);
  }

  private void save(String editor) {
    HttpEvent.of("PUT /api/articles/{id}/working-copy")
        .as("editors", editor)
        .path("id", id)
        .header("if-none-match", "*")
        .json("{\"basedOn\": 1}")
        .sendTo(working)
        .expect(201);
  }

  private static Map<String, Object> article(String headline) {
    return Map.of(
        "headline", headline, "section", "society", "bodyHtml", "<p>نص</p>", "status", "published");
  }
}
