package news.nashra.articles.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.nashra.articles.ListName;
import news.nashra.articles.live.LiveItems;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.Editor;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entries of live coverage.
@NullUnmarked
@Order(1)
class LiveTest {
  @RegisterExtension static final LocalServices SERVICES = ShownPictures.empty();

  private MovableClock clock;
  private LiveDesk desk;
  private JsonNode article;
  private String id;

  @BeforeEach
  void start() {
    clock = new MovableClock(Instant.parse("2026-02-23T08:00:00Z"));
    desk = new LiveDesk(SERVICES, clock);
    article = desk.begin();
    id = article.path("id").asText();
    clock.move(Duration.ofMinutes(1));
  }

  @Test
  void anEntryIsOnThePageAtOnce() {
    var answer = desk.add(id, "<p onclick='x'>بلغ الماء <b>الجسر</b>.</p>").expect(201);
    var receipt = answer.json();
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
    assertThat(answer.header("location")).isEqualTo("/api/articles/" + id + "/entries/1");
    assertThat(receipt.path("number").asInt()).isEqualTo(1);
    assertThat(receipt.path("at").asText()).isEqualTo("2026-02-23T08:01:00.000Z");
    assertThat(receipt.path("editor").asText()).isEqualTo("salma");
    assertThat(receipt.path("url").asText()).isEqualTo(article.path("url").asText() + "#entry-1");
    assertThat(receipt.path("cleaned")).hasToString("[\"p[onclick]\"]");
    assertThat(receipt.path("pressed").findValuesAsText("key"))
        .anyMatch(key -> key.endsWith("live.json"))
        .anyMatch(key -> key.endsWith("index.html"))
        .hasSize(2);
    assertThat(desk.page(article))
        .contains("id=\"entry-1\"", "بلغ الماء <b>الجسر</b>.", "LiveBlogPosting");
  }

  @Test
  void coverageWithEntriesStaysLive() {
    desk.add(id, "<p>بلغ الماء الجسر.</p>").expect(201);
    var news = LiveDesk.coverage("published");
    news.put("kind", "news");
    var refused = desk.sendRevision(id, 1, news).expect(422).json();
    assertThat(refused.at("/errors/0/field").asText()).isEqualTo("kind");
    assertThat(refused.at("/errors/0/message").asText()).startsWith("لهذه التغطية تحديثات");
    assertThat(desk.page(article)).contains("id=\"entry-1\"");
    desk.remove(id, 1, 1).expect(200);
    desk.revise(id, 1, news);
    assertThat(desk.read(id).path("kind").asText()).isEqualTo("news");
  }

  @Test
  void nobodyReadsTheCoverageOfTheCheck() {
    var hidden = LiveDesk.coverage("published");
    hidden.put("section", "check");
    var check =
        Editor.creation(hidden).as("check").sendTo(desk.editor.function()).expect(201).json();
    var list = HttpEvent.of("GET /api/articles/{id}/entries").path("id", check.path("id").asText());
    list.as("editors").sendTo(desk.live).expect(404);
    list.as("check").sendTo(desk.live).expect(403);
  }

  @Test
  void anOpenPageLearnsHowManyAreNew() {
    desk.add(id, "<p>أول</p>").expect(201);
    clock.move(Duration.ofMinutes(1));
    desk.add(id, "<p>ثان</p>").expect(201);
    assertThat(desk.news(article))
        .hasToString(
            "{\"revision\":2,\"latest\":2,\"updated\":\"2026-02-23T08:02:00.000Z\","
                + "\"coverage\":\"open\",\"entries\":["
                + "{\"number\":2,\"at\":\"2026-02-23T08:02:00.000Z\"},"
                + "{\"number\":1,\"at\":\"2026-02-23T08:01:00.000Z\"}]}");
  }

  @Test
  void listsShowTheNewestUpdateAndTheArticleKeepsItsRevision() {
    desk.add(id, "<p>خبر</p>").expect(201);
    var read = desk.read(id);
    assertThat(read.path("revision").asInt()).isEqualTo(1);
    assertThat(read.path("updatedAt").asText()).isEqualTo("2026-02-23T08:01:00.000Z");
    for (var list : List.of(ListName.PUBLISHED, ListName.section("society"))) {
      assertThat(entries(list).getFirst().text("updatedAt")).isEqualTo("2026-02-23T08:01:00.000Z");
    }
    assertThat(entries(ListName.CHANGED))
        .extracting(Item::sk)
        .containsExactly("2026-02-23T08:01:00.000Z#" + id);
  }

  @Test
  void anEditorOfTheArticleAndOneOfEntriesDoNotDisturbEachOther() {
    var draft = LiveDesk.coverage("published");
    draft.put("headline", "عنوان آخر");
    desk.add(id, "<p>قبل</p>").expect(201);
    desk.revise(id, 1, draft);
    desk.add(id, "<p>بعد</p>").expect(201);
    assertThat(desk.page(article)).contains("عنوان آخر", "قبل", "بعد");
    assertThat(desk.read(id).path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void twoEditorsLoseNothingAndKeepTheOrder() {
    Parallel.all(
        Stream.of("salma", "omar")
            .<Callable<Boolean>>map(user ->
                () -> {
                  for (int i = 0; i < 30; i++) {
                    desk.add(id, Map.of("bodyHtml", "<p>" + user + i + "</p>"), user, "")
                        .expect(201);
                  }
                  return true;
                })
            .toList());
    var items = all();
    assertThat(items).hasSize(60);
    assertThat(items.stream().map(e -> e.path("number").asInt()).toList())
        .isEqualTo(IntStream.rangeClosed(1, 60).map(n -> 61 - n).boxed().toList());
    var times = items.stream().map(e -> e.path("at").asText()).toList();
    assertThat(times).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.compareTo(a));
    for (var user : List.of("salma", "omar")) {
      var own = items.reversed().stream().filter(e -> e.path("editor").asText().equals(user));
      assertThat(own.map(e -> e.path("bodyHtml").asText()).toList())
          .isEqualTo(IntStream.range(0, 30).mapToObj(i -> "<p>" + user + i + "</p>").toList());
    }
    assertThat(desk.news(article).path("latest").asInt()).isEqualTo(60);
    var page = desk.page(article);
    assertThat(page).contains("id=\"entry-60\"", "id=\"entry-26\"");
    assertThat(page).doesNotContain("id=\"entry-25\"");
    var older = SERVICES.text("pages", LiveDesk.olderKey(article, 1));
    assertThat(older).contains("id=\"entry-1\"", "id=\"entry-25\"");
    assertThat(older).doesNotContain("id=\"entry-26\"");
  }

  /// The coverage is read as it is, the entry as it was.
  @Test
  void anEditThatReadHalfOfAnothersIsRefused() {
    desk.add(id, "<p>واحد</p>").expect(201);
    var table = new Table(SERVICES.dynamoDb(), "articles");
    var old = table.get(List.of(LiveItems.entryKey(id, 1))).getFirst();
    desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>اثنان</p>")).expect(200);
    var torn = torn(Map.of(old.sk(), Optional.of(old)));
    torn.revise(id, 1, 1, Map.of("bodyHtml", "<p>ثلاثة</p>")).expect(412);
    assertThat(desk.page(article)).contains("<p>اثنان</p>").doesNotContain("ثلاثة");
  }

  @Test
  void aRequestThatReadHalfOfItsEarlierTryReadsAgain() {
    var entry = Map.<String, Object>of("bodyHtml", "<p>واحد</p>");
    desk.add(id, entry, "salma", "k1").expect(201);
    for (var unseen : List.of(LiveItems.LIVE, LiveItems.revisionKey(id, 1, 1).sk())) {
      var again = torn(Map.of(unseen, Optional.empty())).add(id, entry, "salma", "k1");
      assertThat(again.expect(201).json().path("number").asInt()).isEqualTo(1);
    }
  }

  private LiveDesk torn(Map<String, Optional<Item>> before) {
    var dynamoDb = SERVICES.aws().dynamoDb(new TornRead(before));
    return new LiveDesk(SERVICES, clock, dynamoDb, SERVICES.s3());
  }

  @Test
  void anEntryCostsTheSameHoweverManyThereAre() {
    var calls = new CountedCalls(SERVICES.aws());
    var counted = new LiveDesk(SERVICES, clock, calls.dynamoDb(), calls.s3());
    for (int n = 1; n <= 9; n++) {
      desk.add(id, "<p>" + n + "</p>").expect(201);
    }
    calls.clear();
    counted.add(id, "<p>10</p>").expect(201);
    counted.follow(id);
    var few = withoutLooks(calls);
    for (int n = 11; n <= 189; n++) {
      desk.add(id, "<p>" + n + "</p>").expect(201);
    }
    calls.clear();
    counted.add(id, "<p>190</p>").expect(201);
    counted.follow(id);
    assertThat(withoutLooks(calls)).isEqualTo(few);
    assertThat(calls.count("HeadObject")).isLessThanOrEqualTo(4);
    assertThat(few)
        .containsExactly(
            "BatchGetItem", // the head and the coverage
            "BatchGetItem", // what the page shows
            "BatchGetItem", // the same, for the stream, which finds nothing to press
            "BatchGetItem", // the articles of its batch
            "ListObjectsV2",
            "ListObjectsV2",
            "PutObject", // the page
            "PutObject", // live.json
            "Query", // the newest entries
            "Query", // the shown comments
            "Query",
            "Query",
            "TransactWriteItems",
            "UpdateItem"); // to be pressed once more
    assertThat(calls.queried()).isEqualTo(2 * 50);
  }

  @Test
  void anEditedEntryShowsWhenAndKeepsItsRevisions() {
    desk.add(id, "<p>قبل التعديل</p>").expect(201);
    clock.move(Duration.ofMinutes(5));
    var answer = desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>جديد</p>")).expect(200);
    assertThat(answer.header("etag")).isEqualTo("\"2\"");
    assertThat(answer.json().path("updatedAt").asText()).isEqualTo("2026-02-23T08:06:00.000Z");
    assertThat(desk.page(article)).contains("جديد").doesNotContain("قبل التعديل");
    var table = new Table(SERVICES.dynamoDb(), "articles");
    var key = LiveItems.revisionKey(id, 1, 1);
    assertThat(table.get(key.pk(), key.sk()).orElseThrow().text("bodyHtml"))
        .isEqualTo("<p>قبل التعديل</p>");
    desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>متأخر</p>")).expect(412);
  }

  @Test
  void whatTheListAnswersIsTakenBack() {
    desk.add(id, Map.of("bodyHtml", "<p>خبر</p>", "pinned", true), "salma", "").expect(201);
    var entry = desk.list(id, "20", "").path("items").path(0);
    HttpEvent.of("PUT /api/articles/{id}/entries/{n}")
        .as("editors")
        .path("id", id)
        .path("n", "1")
        .header("if-match", "\"1\"")
        .json(entry)
        .sendTo(desk.live)
        .expect(200);
    var after = desk.list(id, "20", "").path("items").path(0);
    assertThat(after.path("updatedAt").isMissingNode()).isTrue();
    assertThat(after.path("pinned").asBoolean()).isTrue();
  }

  @Test
  void anEntryThatIsTakenAwayLeavesItsNumber() {
    desk.add(id, "<p>واحد</p>").expect(201);
    desk.add(id, "<p>اثنان</p>").expect(201);
    desk.remove(id, 2, 1).expect(200);
    desk.remove(id, 2, 2).expect(404);
    desk.add(id, "<p>ثلاثة</p>").expect(201);
    assertThat(desk.page(article)).contains("entry-1", "entry-3").doesNotContain("اثنان");
    assertThat(all()).extracting(e -> e.path("number").asInt()).containsExactly(3, 1);
  }

  @Test
  void onePinnedEntryIsShownAboveTheOthers() {
    desk.add(id, Map.of("bodyHtml", "<p>خلاصة</p>", "pinned", true), "salma", "").expect(201);
    for (int n = 2; n <= 80; n++) {
      desk.add(id, "<p>خبر " + n + "</p>").expect(201);
    }
    assertThat(desk.page(article)).containsOnlyOnce("خلاصة</p>");
    var page = desk.page(article);
    assertThat(page.indexOf("id=\"entry-1\"")).isLessThan(page.indexOf("id=\"entry-80\""));
    desk.revise(id, 80, 1, Map.of("bodyHtml", "<p>خبر 80</p>", "pinned", true)).expect(200);
    assertThat(desk.page(article)).doesNotContain("خلاصة</p>");
    desk.remove(id, 80, 2).expect(200);
    assertThat(desk.page(article)).doesNotContain("class=\"pinned\"");
  }

  @Test
  void aPinThatIsOnlySentBackTakesItFromNobody() {
    desk.add(id, Map.of("bodyHtml", "<p>واحد</p>", "pinned", true), "salma", "").expect(201);
    desk.add(id, "<p>اثنان</p>").expect(201);
    desk.revise(id, 2, 1, Map.of("bodyHtml", "<p>اثنان</p>", "pinned", true)).expect(200);
    desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>واحد!</p>", "pinned", true)).expect(412);
    var first = desk.list(id, "20", "").path("items").path(1);
    assertThat(first.path("revision").asInt()).isEqualTo(2);
    assertThat(first.path("pinned").asBoolean()).isFalse();
    assertThat(first.has("updatedAt")).isFalse();
    assertThat(first.path("editor").asText()).isEqualTo("salma");
    desk.revise(id, 1, 2, Map.of("bodyHtml", "<p>واحد!</p>")).expect(200);
    assertThat(desk.list(id, "20", "").path("items").path(0).path("pinned").asBoolean()).isTrue();
  }

  @Test
  void aChangedOldEntryPressesItsPage() {
    for (int n = 1; n <= 60; n++) {
      desk.add(id, "<p>خبر " + n + "</p>").expect(201);
    }
    var receipt = desk.revise(id, 7, 1, Map.of("bodyHtml", "<p>سبعة</p>")).expect(200).json();
    assertThat(receipt.path("pressed").findValuesAsText("key"))
        .contains(LiveDesk.olderKey(article, 1))
        .hasSize(3);
    assertThat(SERVICES.text("pages", LiveDesk.olderKey(article, 1))).contains("سبعة");
  }

  @Test
  void aRequestWithAKeyIsDoneOnce() {
    var entry = Map.of("bodyHtml", "<p>خبر</p>");
    var first = desk.add(id, entry, "salma", "k1").expect(201).json();
    var second = desk.add(id, entry, "salma", "k1").expect(201).json();
    assertThat(second.path("number")).isEqualTo(first.path("number"));
    assertThat(all()).hasSize(1);
    desk.add(id, Map.of("bodyHtml", "<p>آخر</p>"), "salma", "k1").expect(422);
    var other = desk.begin().path("id").asText();
    desk.add(other, entry, "salma", "k1").expect(422);
  }

  @Test
  void coverageThatHasEndedTakesNoMoreEntriesUntilItIsOpenedAgain() {
    desk.add(id, "<p>خبر</p>").expect(201);
    var draft = LiveDesk.coverage("published");
    draft.put("coverage", "ended");
    desk.revise(id, 1, draft);
    assertThat(desk.read(id).path("coverage").asText()).isEqualTo("ended");
    assertThat(desk.news(article).path("coverage").asText()).isEqualTo("ended");
    assertThat(desk.page(article))
        .contains("انتهت هذه التغطية", "coverageEndTime", ">تغطية منتهية</p>")
        .doesNotContain("تغطية مستمرة");
    assertThat(desk.add(id, "<p>خبر</p>").expect(409).json().path("detail").asText())
        .startsWith("انتهت هذه التغطية");
    desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>مصحح</p>")).expect(200);
    draft.put("coverage", "open");
    desk.revise(id, 2, draft);
    desk.add(id, "<p>خبر</p>").expect(201);
  }

  @Test
  void aDraftTakesEntriesAndShowsThemOncePublished() {
    var draft = desk.editor.create(LiveDesk.coverage("draft")).path("id").asText();
    var receipt = desk.add(draft, "<p>قبل النشر</p>").expect(201).json();
    assertThat(receipt.path("pressed")).isEmpty();
    assertThat(receipt.has("url")).isFalse();
    var published = desk.revise(draft, 1, LiveDesk.coverage("published"));
    assertThat(desk.page(published)).contains("قبل النشر");
  }

  @Test
  void aWithdrawnArticleRefusesEntriesAndItsFilesGo() {
    desk.add(id, "<p>خبر</p>").expect(201);
    desk.editor.withdraw(id);
    desk.add(id, "<p>خبر</p>").expect(409);
    desk.revise(id, 1, 1, Map.of("bodyHtml", "<p>خبر</p>")).expect(409);
    desk.remove(id, 1, 1).expect(409);
    assertThat(SERVICES.keys("pages")).isEmpty();
    desk.follow(id);
    assertThat(SERVICES.keys("pages")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "{}, bodyHtml",
    "{\"bodyHtml\": \" \"}, bodyHtml",
    "{\"bodyHtml\": 1}, bodyHtml",
    "'{\"bodyHtml\": \"<p>x</p>\", \"pinned\": 1}', pinned",
    "'{\"bodyHtml\": \"<p>x</p>\", \"at\": \"2026\"}', at",
    "{\"bodyHtml\": \"<img src=x>\"}, bodyHtml",
    "'{\"bodyHtml\": \"<img data-media=01KJ5Y3R80000000000000PXC1 alt=x>\"}', bodyHtml"
  })
  void aBadEntryIsRefusedWithItsField(String json, String field) {
    var answer = desk.add(id, Map.of(), "salma", "");
    answer.expect(422);
    var problem =
        HttpEvent.of("POST /api/articles/{id}/entries")
            .as("editors")
            .path("id", id)
            .json(json)
            .sendTo(desk.live)
            .expect(422)
            .json();
    assertThat(problem.path("errors").findValuesAsText("field")).containsExactly(field);
  }

  @Test
  void whatHasNoEntriesSaysSo() {
    var plain = desk.editor.publish(ShownPictures.plain());
    desk.add(plain, "<p>خبر</p>").expect(409);
    desk.add("01KJ5Y3R80000000000000PXC1", "<p>خبر</p>").expect(404);
    desk.remove(id, 1, 1).expect(404);
    HttpEvent.of("DELETE /api/articles/{id}/entries/{n}")
        .as("editors")
        .path("id", id)
        .path("n", "x")
        .header("if-match", "\"1\"")
        .sendTo(desk.live)
        .expect(404);
    HttpEvent.of("DELETE /api/articles/{id}/entries/{n}")
        .as("editors")
        .path("id", id)
        .path("n", "1")
        .sendTo(desk.live)
        .expect(428);
    HttpEvent.of("POST /api/articles/{id}/entries")
        .as("moderators")
        .path("id", id)
        .json("{}")
        .sendTo(desk.live)
        .expect(403);
  }

  @Test
  void anEntryShowsAPictureWhichStaysWhileItDoes() {
    var pictures = new ShownPictures(SERVICES, clock);
    var picture = pictures.ready();
    desk.add(id, "<p>نص</p><img data-media=\"" + picture + "\" alt=\"جسر\">").expect(201);
    assertThat(desk.page(article)).contains("/media/" + picture + "/640.jpg");
    clock.move(Duration.ofMinutes(5));
    var other = desk.editor.publish(ShownPictures.inText(picture));
    assertThat(withdrawWithPictures(other).json().path("kept").path(0).path("article").asText())
        .isEqualTo(id);
    assertThat(pictures.status(picture)).isEqualTo("ready");
    withdrawWithPictures(id);
    assertThat(pictures.status(picture)).isEqualTo("removed");
  }

  @Test
  void fullCoverageSaysSo() {
    var table = new Table(SERVICES.dynamoDb(), "articles");
    desk.add(id, "<p>خبر</p>").expect(201);
    var state = table.get("ARTICLE#" + id, "LIVE").orElseThrow();
    table.put(state.with("bytes", 2048L * 1024));
    assertThat(desk.add(id, "<p>خبر</p>").expect(422).json().path("errors").path(0).path("field"))
        .hasToString("\"bodyHtml\"");
    table.put(state.with("last", 500L));
    assertThat(desk.add(id, "<p>خبر</p>").expect(409).json().path("detail").asText())
        .contains("500");
  }

  /// A page is looked at more closely if the new one happens to be of the same size.
  private static List<String> withoutLooks(CountedCalls calls) {
    return calls.names().stream().filter(name -> !name.equals("HeadObject")).sorted().toList();
  }

  private HttpAnswer withdrawWithPictures(String article) {
    return HttpEvent.of("POST /api/articles/{id}/withdraw")
        .as("editors")
        .path("id", article)
        .json(Map.of("media", true))
        .sendTo(new ShownPictures(SERVICES, clock).publish())
        .expect(200);
  }

  private static List<Item> entries(ListName list) {
    return new Table(SERVICES.dynamoDb(), "articles").partition(list.partition());
  }

  /// Every entry, newest first, page by page.
  private List<JsonNode> all() {
    var found = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var answer = desk.list(id, "25", cursor);
      StreamSupport.stream(answer.path("items").spliterator(), false).forEach(found::add);
      cursor = answer.path("next").asText();
    } while (!cursor.isEmpty());
    return found;
  }
}
