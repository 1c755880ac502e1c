package news.nashra.articles.publish;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.nashra.articles.Entry;
import news.nashra.articles.ListName;
import news.nashra.core.Ids;
import news.nashra.core.aws.Bucket;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.http.AnswerRoom;
import news.nashra.core.http.Cursor;
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
class ReadArticlesTest {
  @RegisterExtension
  static final LocalServices SERVICES =
      LocalServices.with().table("articles").table("comments").bucket("pages");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-03-01T10:00:00Z"));
  private CountedCalls calls;
  private Table articles;
  private Editor desk;
  private ReadArticles read;

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
    read = new ReadArticles(Edition.load(), articles, clock);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                          | F A E D C B",
        "tag=ماء                                     | F A E C",
        "tag=Open Data                               | E B",
        "tag=open-data&section=society               | E",
        "author=سلمى بن علي                          | E C B",
        "author=سلمى-بن-علي&tag=ماء                  | E C",
        "author=سلمى بن علي&tag=ماء&section=economy  | C",
        "tag=ماء&status=draft                        | F",
        "tag=ماء&status=withdrawn                    | A",
        "author=سلمى بن علي&status=draft             | ''",
        "section=society&status=draft                | F",
        "tag=لا أحد                                  | ''",
        "kind=opinion                                | E B",
        "kind=opinion&tag=Open Data&section=economy  | B",
        "kind=live                                   | ''",
        "q=للبحر                                     | F E",
        "q=بحر&status=published                      | E",
        "q=بحر أزرق                                  | E",
        "q=بحر&section=society&kind=opinion          | E",
        "q=بحر&tag=ماء                               | F E",
        "q=بحر&author=سلمى بن علي                    | E",
        "q=نهر                                       | ''",
      })
  void articlesAreFoundByWhatAllParametersName(String query, String headlines) {
    write("A", "society", "published", "", "ماء");
    write("B", "economy", "published", "سلمى بن علي", "Open Data");
    write("C", "economy", "published", "سلمى بن علي", "ماء");
    write("D", "society", "published", "");
    write("E البحر الأزرق", "society", "published", "سلمى بن علي", "ماء", "Open Data");
    desk.withdraw(list("tag=ماء").json().path("items").findValuesAsText("id").getLast());
    clock.move(Duration.ofMinutes(1));
    write("F بالبحر", "society", "draft", "كاتب", "ماء");
    var found = list(query).json().path("items").findValuesAsText("headline");
    assertThat(found.stream().map(text -> text.split(" ")[0]).collect(joining(" ")))
        .isEqualTo(headlines);
  }

  /// A letter counts once, however many marks it has, as in the limit of tags.
  @Test
  void aVocalisedTagIsFound() {
    var tag = "مَّ".repeat(35);
    write("A", "society", "published", "", tag);
    assertThat(list("tag=" + tag).json().path("items")).hasSize(1);
  }

  @Test
  void aRareCombinationIsFoundInPartsOfBoundedWork() {
    var author = ListName.author("كاتب");
    for (int i = 0; i < 520; i++) {
      put(author, i);
      put(ListName.section("society"), i);
    }
    calls.clear();
    var first = list("author=كاتب&section=society&limit=5").json();
    assertThat(first.path("items")).hasSize(5);
    assertThat(calls.names()).hasSize(6); // the last one asks who is at work on them
    calls.clear();
    var none = list("author=كاتب&section=economy&status=published").json();
    assertThat(none.path("items")).isEmpty();
    assertThat(none.path("next").asText()).isNotEmpty();
    assertThat(calls.names()).hasSize(10);
    var rest = list("author=كاتب&section=economy&cursor=" + none.path("next").asText()).json();
    assertThat(rest.path("items")).isEmpty();
    assertThat(rest.has("next")).isFalse();
  }

  @Test
  void everyArticleOfAFilterIsGivenOnceInItsParts() {
    for (int i = 0; i < 12; i++) {
      var status = i % 3 == 0 ? "draft" : "published";
      write("خبر " + i, i % 2 == 0 ? "society" : "economy", status, "كاتبة", "ماء");
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var part = list("tag=ماء&section=society&limit=2" + cursor).json();
      part.path("items").forEach(item -> seen.add(item.path("headline").asText()));
      cursor = part.has("next") ? "&cursor=" + part.path("next").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly("خبر 10", "خبر 8", "خبر 6", "خبر 4", "خبر 2", "خبر 0");
  }

  @Test
  void aListOfLongEntriesEndsBeforeTheAnswerIsTooLarge() {
    var author = ListName.author("كاتب");
    for (int i = 0; i < 100; i++) {
      put(author, i, "\"".repeat(25_000));
    }
    var seen = new ArrayList<String>();
    var cursor = "";
    int parts = 0;
    do {
      var part = list("author=كاتب&status=published&limit=100" + cursor);
      assertThat(part.payload().toString().length()).isLessThan(AnswerRoom.MAX_BYTES + 1000);
      part.json().path("items").forEach(item -> seen.add(item.path("headline").asText()));
      cursor = part.json().has("next") ? "&cursor=" + part.json().path("next").asText() : "";
      parts++;
    } while (!cursor.isEmpty());
    assertThat(seen).hasSize(100).doesNotHaveDuplicates();
    assertThat(parts).isEqualTo(2);
  }

  @Test
  void theHistoryIsGivenInParts() {
    var id =
        desk.publish(
            Map.of(
                "headline",
                "h",
                "section",
                "society",
                "bodyHtml",
                "<p>1</p>",
                "status",
                "published"));
    for (int revision = 1; revision < 7; revision++) {
      desk.revise(
          id,
          revision,
          Map.of(
              "headline",
              "h" + revision,
              "section",
              "society",
              "bodyHtml",
              "<p>1</p>",
              "status",
              "published"));
    }
    var seen = new ArrayList<Integer>();
    var cursor = "";
    do {
      var part = revisions(id, "3", cursor).json();
      part.path("items").forEach(item -> seen.add(item.path("revision").asInt()));
      cursor = part.path("next").asText();
    } while (!cursor.isEmpty());
    assertThat(seen).containsExactly(7, 6, 5, 4, 3, 2, 1);
    assertThat(revisions(id, "7", "").json().has("next")).isFalse();
    var list = "GET /api/articles/{id}/revisions ";
    var foreign =
        List.of(
            Cursor.encode(list + id, "1"),
            Cursor.encode(list + id, "0"),
            Cursor.encode(list + id, "REV#2"),
            Cursor.encode(list + "01KJ4Z6V8G0000000000000009", "2"),
            Cursor.encode("GET /api/articles/{id}/entries " + id, "2"),
            "Mg");
    assertThat(revisions(id, "7", Cursor.encode(list + id, "2")).status()).isEqualTo(200);
    for (var bad : foreign) {
      assertThat(revisions(id, "7", bad).json().at("/errors/0/field").asText()).isEqualTo("cursor");
    }
    assertThat(revisions("01KJ4Z6V8G0000000000000009", "7", "").status()).isEqualTo(404);
  }

  private HttpAnswer revisions(String id, String limit, String cursor) {
    var request =
        HttpEvent.of("GET /api/articles/{id}/revisions")
            .as("editors")
            .path("id", id)
            .query("limit", limit);
    return (cursor.isEmpty() ? request : request.query("cursor", cursor)).sendTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "tag=؟؟, tag",
    "author=!!, author",
    "stauts=draft, stauts",
    "q=في, q",
    "q=؟, q",
    "section=none, section",
    "kind=column, kind",
  })
  void aFilterThatMeansNothingIsRefused(String query, String field) {
    var answer = list(query);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo(field);
  }

  @Test
  void moderatorsReadWhatReadersSee() {
    write("A", "society", "published", "", "ماء");
    write("B", "society", "draft", "", "ماء");
    var ids = list("tag=ماء").json().path("items").findValuesAsText("id");
    var published = asModerator("GET /api/articles/{id}", ids.getLast()).expect(200);
    assertThat(published.json().properties().stream().map(Map.Entry::getKey))
        .containsExactly("id", "url", "headline", "bodyHtml", "publishedAt", "updatedAt");
    assertThat(published.json().path("bodyHtml").asText()).isEqualTo("<p>نص</p>");
    asModerator("GET /api/articles/{id}", ids.getFirst()).expect(404);
    desk.withdraw(ids.getLast());
    asModerator("GET /api/articles/{id}", ids.getLast()).expect(404);
    asModerator("GET /api/articles/{id}/revisions", ids.getLast()).expect(403);
    asModerator("GET /api/articles/{id}/revisions/{n}", ids.getLast()).expect(403);
    asModerator("GET /api/articles", ids.getLast()).expect(403);
    var both =
        HttpEvent.of("GET /api/articles/{id}")
            .as("moderators editors")
            .path("id", ids.getFirst())
            .sendTo(read);
    assertThat(both.expect(200).json().path("status").asText()).isEqualTo("draft");
  }

  @Test
  void nobodyReadsAnArticleOfTheCheck() {
    var id =
        Editor.creation(
                Map.of(
                    "headline",
                    "h",
                    "section",
                    "check",
                    "bodyHtml",
                    "<p>1</p>",
                    "status",
                    "published"))
            .as("check")
            .sendTo(desk.function())
            .expect(201)
            .json()
            .path("id")
            .asText();
    asModerator("GET /api/articles/{id}", id).expect(404);
    for (var route : List.of("", "/revisions", "/revisions/{n}")) {
      as("editors", "GET /api/articles/{id}" + route, id).expect(404);
      as("editors moderators", "GET /api/articles/{id}" + route, id).expect(404);
      as("check", "GET /api/articles/{id}" + route, id).expect(403);
    }
  }

  private HttpAnswer asModerator(String route, String id) {
    return as("moderators", route, id);
  }

  private HttpAnswer as(String groups, String route, String id) {
    return HttpEvent.of(route).as(groups).path("id", id).path("n", "1").sendTo(read);
  }

  @Test
  void aFilterIsBounded() {
    assertThat(list("tag=" + "ا".repeat(81)).status()).isEqualTo(422);
    assertThat(list("tag=" + "ا".repeat(80)).status()).isEqualTo(200);
  }

  private void write(
      String headline, String section, String status, String byline, String... tags) {
    var article = new HashMap<String, Object>();
    article.put("headline", headline);
    article.put("section", section);
    article.put("status", status);
    article.put("bodyHtml", "<p>نص</p>");
    article.put("tags", List.of(tags));
    article.put("kind", List.of(tags).contains("Open Data") ? "opinion" : "news");
    if (!byline.isEmpty()) {
      article.put("byline", byline);
    }
    desk.create(article);
    clock.move(Duration.ofMinutes(1));
  }

  /// An entry as a list of 520 articles has it.
  private void put(ListName list, int n) {
    put(list, n, "ملخص");
  }

  private void put(ListName list, int n, String summary) {
    var at = clock.instant().minus(Duration.ofMinutes(n));
    var id = "01KJ4Z6V8G%016d".formatted(n);
    articles.put(
        Item.at(list.partition(), Entry.key(at, id))
            .with("headline", "خبر " + n)
            .with("section", "society")
            .with("summary", summary)
            .with("updatedAt", at)
            .with("revisedAt", at)
            .with("publishedAt", at));
  }

  private HttpAnswer list(String query) {
    var request = HttpEvent.of("GET /api/articles").as("editors");
    for (var pair : query.split("&")) {
      if (!pair.isEmpty()) {
        request.query(pair.split("=")[0], pair.split("=")[1]);
      }
    }
    return request.sendTo(read);
  }
}
