package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import news.nashra.core.http.Json;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Functions that are killed while editors write live coverage, and while articles fall due:
/// nothing that was answered is lost, and nothing happens twice.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(1)
class KillTest {
  private static final List<String> EDITORS = List.of("editor", "editor,moderator");
  private static final int ENTRIES_OF_AN_EDITOR = 15;
  private static final int SCHEDULED = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private KillableNewspaper newspaper;

  @BeforeAll
  void start() throws IOException {
    newspaper = KillableNewspaper.start();
  }

  @AfterAll
  void close() throws InterruptedException {
    newspaper.close();
  }

  @Test
  void entriesOfLiveCoverageAreThereAfterwards() throws Exception {
    var coverage = create("live-coverage", article().put("kind", "live"));
    var entries = "/api/articles/" + coverage.path("id").asText() + "/entries";
    var texts = new ConcurrentHashMap<Long, String>();
    try (var desks = Executors.newFixedThreadPool(EDITORS.size())) {
      var all =
          EDITORS.stream()
              .map(editor -> desks.submit(() -> write(editor, entries, texts)))
              .toList();
      Waiting.await(PATIENCE, "the first entries", () -> texts.size() >= 10);
      newspaper.kill();
      newspaper.startAgain();
      for (var one : all) {
        one.get(10, TimeUnit.MINUTES);
      }
    }
    int count = EDITORS.size() * ENTRIES_OF_AN_EDITOR;
    var numbers = LongStream.rangeClosed(1, count).map(n -> count + 1 - n).boxed().toList();
    var stored = items(answer("editor", entries + "?limit=100", "items"));
    assertThat(stored.stream().map(e -> e.path("number").asLong()).toList()).isEqualTo(numbers);
    for (var entry : stored) {
      assertThat(entry.path("bodyHtml").asText())
          .isEqualTo(texts.get(entry.path("number").asLong()));
    }
    for (var editor : EDITORS) {
      assertThat(indexes(stored.reversed(), editor))
          .isEqualTo(IntStream.range(0, ENTRIES_OF_AN_EDITOR).boxed().toList());
    }
    var url = coverage.path("url").asText();
    Waiting.await(PATIENCE, "every entry on the page", () -> shown(url).equals(stored(stored)));
    var news = Json.read(newspaper.get(url + "live.json").body());
    assertThat(news.path("latest").asLong()).isEqualTo(count);
    assertThat(items(news.path("entries")).stream().map(e -> e.path("number").asLong()).toList())
        .isEqualTo(numbers.subList(0, 20));
  }

  @Test
  void whatFellDueMeanwhileGoesOutLateAndOnce() throws Exception {
    var first = Instant.ofEpochMilli(Instant.now().plusSeconds(30).toEpochMilli());
    var ids = new ArrayList<String>();
    for (int n = 0; n < SCHEDULED; n++) {
      var article = article().put("status", "scheduled").put("headline", "خبر موقوت " + n);
      article.put("publishAt", first.plusMillis(250L * n).toString());
      ids.add(create("scheduled-" + n, article).path("id").asText());
    }
    newspaper.kill();
    assertThat(Instant.now()).as("killed before they are due").isBefore(first);
    Waiting.pause(Duration.between(Instant.now(), first.plusSeconds(4)));
    var back = Instant.now();
    newspaper.startAgain();
    for (int n = 0; n < SCHEDULED; n++) {
      var path = "/api/articles/" + ids.get(n);
      Waiting.await(
          PATIENCE, path, () -> answer("editor", path, "status").asText().equals("published"));
      var released = answer("editor", path, "");
      var due = first.plusMillis(250L * n);
      var at = Instant.parse(released.path("releasedAt").asText());
      assertThat(Instant.parse(released.path("publishedAt").asText())).isEqualTo(due);
      assertThat(at).isAfter(back);
      assertThat(released.path("lateMillis").asLong())
          .isEqualTo(Duration.between(due, at).toMillis());
      assertThat(released.path("revision").asInt()).as("released once").isEqualTo(2);
      var url = released.path("url").asText();
      Waiting.await(PATIENCE, url, () -> newspaper.get(url).statusCode() == 200);
    }
    Waiting.await(PATIENCE, "all in the lists, once", () -> latest(ids).equals(ids.reversed()));
  }

  /// Entries of one editor, each sent until it is answered. Every fifth is edited afterwards.
  private void write(String editor, String entries, Map<Long, String> texts) {
    for (int i = 0; i < ENTRIES_OF_AN_EDITOR; i++) {
      var text = "<p>%s %d</p>".formatted(editor, i);
      var key = editor + "-" + i;
      var added =
          newspaper.insist(
              editor, entries, r -> r.header("Idempotency-Key", key).POST(json(entry(text))));
      assertThat(added.statusCode()).as(added.body()).isIn(201, 202);
      long number = Json.read(added.body()).path("number").asLong();
      assertThat(texts.put(number, text)).as("two entries with one number").isNull();
      if (i % 5 == 4) {
        var edited = text.replace("</p>", " صححناه</p>");
        texts.put(number, edited);
        var answer =
            newspaper.insist(
                editor,
                entries + "/" + number,
                r -> r.header("If-Match", "\"1\"").PUT(json(entry(edited))));
        // 412 if the answer to the first try was lost. Nobody else edits this entry.
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202, 412);
      }
    }
  }

  private static ObjectNode entry(String text) {
    return object().put("bodyHtml", text);
  }

  /// Which of their entries an editor wrote, in the order of the list.
  private static List<Integer> indexes(List<JsonNode> entries, String editor) {
    return entries.stream()
        .filter(entry -> entry.path("editor").asText().equals(editor))
        .map(entry -> Jsoup.parse(entry.path("bodyHtml").asText()).text().split(" ")[1])
        .map(Integer::valueOf)
        .toList();
  }

  /// The entries of a page, `entry-12 text`.
  private List<String> shown(String url) {
    return Jsoup.parse(newspaper.get(url).body()).select(".entries .entry").stream()
        .map(entry -> entry.id() + " " + entry.select("div[dir], div > p").eachText().getLast())
        .toList();
  }

  /// The same of what is stored.
  private static List<String> stored(List<JsonNode> entries) {
    return entries.stream()
        .map(entry ->
            "entry-%d %s"
                .formatted(
                    entry.path("number").asLong(),
                    Jsoup.parse(entry.path("bodyHtml").asText()).text()))
        .toList();
  }

  /// Those of some articles that `latest.json` lists; none as long as there is no such file.
  private List<String> latest(List<String> ids) {
    var answer = newspaper.get("/latest.json");
    if (answer.statusCode() != 200) {
      return List.of();
    }
    return items(Json.read(answer.body()).path("items")).stream()
        .map(item -> item.path("id").asText())
        .filter(ids::contains)
        .toList();
  }

  private JsonNode create(String key, ObjectNode article) {
    var answer =
        newspaper.insist(
            "editor", "/api/articles", r -> r.header("Idempotency-Key", key).POST(json(article)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
    return Json.read(answer.body());
  }

  /// A field of what someone is answered; all of it for an empty name.
  private JsonNode answer(String as, String path, String field) {
    HttpResponse<String> answer = newspaper.insist(as, path, r -> r.GET());
    var json = Json.read(answer.body());
    return field.isEmpty() ? json : json.path(field);
  }

  private static List<JsonNode> items(JsonNode list) {
    return list.valueStream().toList();
  }
}
