package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.homepage.state.BreakingNews;
import news.nashra.local.aws.CountedCalls;
import news.nashra.site.Addresses;
import news.nashra.testing.HttpAnswer;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/// The breaking news: where it is shown, what ends it, and that pages come to agree with the tables
/// whatever editors, articles and rebuilds do at the same time.
class BreakingTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private static final String ROUTE = " /api/homepage/breaking";
  private static final List<String> FRONTS =
      List.of(
          "index.html",
          "society/index.html",
          "sports/index.html",
          "corrections/index.html",
          "fragments/latest.html");

  private Paper paper;

  @BeforeEach
  void start() {
    paper = paperIn("ar");
    publish("خبر");
    paper.rebuild();
  }

  private static Paper paperIn(String language) {
    return new Paper(SERVICES, Editions.of(language, Editions.sections()), Paper.START);
  }

  @Test
  void itIsOnEveryFrontAndInTheLatestNewsUntilAnEditorEndsIt() {
    var answer = write("زلزال يضرب المدينة", Optional.empty(), Duration.ofHours(2)).expect(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"text\":\"زلزال يضرب المدينة\",\"until\":\"2026-02-23T12:00:00.000Z\","
                + "\"editor\":\"someone\",\"updatedAt\":\"2026-02-23T10:00:00.000Z\"}");
    assertThat(send("GET").expect(200).json()).isEqualTo(answer.json());
    for (var key : FRONTS) {
      assertThat(strip(key).text()).as(key).isEqualTo("عاجل زلزال يضرب المدينة");
      assertThat(strip(key).hasAttr("data-fetched")).as(key).isFalse();
    }
    assertThat(Json.read(paper.page("latest.json")).path("breaking").toString())
        .isEqualTo("{\"text\":\"زلزال يضرب المدينة\",\"until\":\"2026-02-23T12:00:00.000Z\"}");
    assertThat(strip("404.html").outerHtml())
        .isEqualTo("<div class=\"breaking\" role=\"status\" data-fetched=\"\"></div>");

    assertThat(send("DELETE").expect(204).body()).isEmpty();
    shownNowhere();
    assertThat(send("GET").expect(404).json().path("detail").asText())
        .isEqualTo("لا خبر عاجل الآن.");
    send("DELETE").expect(204);
    paper.wait(Duration.ofMinutes(5));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(5));
    send("DELETE").expect(204);
  }

  @ParameterizedTest
  @CsvSource({"ar, عاجل", "en, Breaking", "fr, Urgent"})
  void itIsCalledWhatReadersCallIt(String language, String word) {
    paper = paperIn(language);
    write("42 km", Optional.empty(), Duration.ofHours(2)).expect(200);
    assertThat(strip("index.html").select("strong").text()).isEqualTo(word);
  }

  @Test
  void aTextOfTheOtherDirectionIsIsolated() {
    write("Storm \"Nadia\" <b>near</b>", Optional.empty(), Duration.ofHours(2)).expect(200);
    var text = strip("index.html").expectFirst("p > span");
    assertThat(text.attr("dir")).isEqualTo("ltr");
    assertThat(text.text()).isEqualTo("Storm \"Nadia\" <b>near</b>");
  }

  @Test
  void theLinkFollowsTheArticleAndIsGoneWithItsPage() {
    var id = publish("عنوان أول");
    write("نبأ", Optional.of(id), Duration.ofHours(2)).expect(200);
    assertThat(Addresses.key(link())).isEqualTo(paper.articlePath(id));
    paper.wait(Duration.ofMinutes(2));
    paper.desk.revise(id, 1, article("عنوان ثان", Map.of("slug", "moved")));
    paper.rebuild();
    assertThat(link()).isEqualTo("/2026/02/23/moved/");
    paper.delete("2026/02/23/moved/index.html");
    paper.rebuild();
    assertThat(strip("index.html").text()).isEqualTo("عاجل نبأ");
    assertThat(strip("index.html").select("a")).isEmpty();
    paper.followStream(List.of(id));
    paper.rebuild();
    assertThat(link()).isEqualTo("/2026/02/23/moved/");
  }

  @Test
  void theMinuteThatFindsItOverEndsIt() {
    write("نبأ", Optional.empty(), Duration.ofMinutes(10)).expect(200);
    paper.wait(Duration.ofMinutes(10).minusMillis(1));
    paper.rebuild();
    assertThat(strip("index.html").text()).isEqualTo("عاجل نبأ");
    send("GET").expect(200);
    paper.wait(Duration.ofMillis(1));
    send("GET").expect(404);
    paper.rebuild();
    shownNowhere();
    assertThat(BreakingNews.find(paper.articles).map(BreakingNews::ended)).contains(true);
  }

  @Test
  void anIdleMinuteMakesTwoCallsWhetherThereIsBreakingNewsOrNot() {
    write("نبأ", Optional.empty(), Duration.ofMinutes(10)).expect(200);
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    assertThat(callsOfARebuild()).containsExactly("Query", "Query");
    paper.wait(Duration.ofMinutes(10));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(2));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(1));
    assertThat(callsOfARebuild()).containsExactly("Query", "Query");
  }

  @Test
  void itEndsWithItsArticleAndDoesNotComeBack() {
    var id = publish("يُسحب");
    write("نبأ", Optional.of(id), Duration.ofHours(2)).expect(200);
    paper.wait(Duration.ofMinutes(5));
    paper.desk.withdraw(id);
    send("GET").expect(404);
    paper.rebuild();
    shownNowhere();
    assertThat(BreakingNews.find(paper.articles).map(BreakingNews::ended)).contains(true);
  }

  @Test
  void anArticleWithdrawnWhileItIsWrittenEndsIt() {
    var id = publish("يُسحب");
    var stored = new BreakingNews("نبأ", Optional.of(id), later(), "editor", paper.now(), false);
    paper.wait(Duration.ofSeconds(5));
    paper.desk.withdraw(id);
    paper.rebuild();
    stored.store(paper.articles);
    paper.wait(Duration.ofMinutes(1));
    paper.rebuild();
    shownNowhere();
    assertThat(BreakingNews.find(paper.articles).map(BreakingNews::ended)).contains(true);
  }

  @Test
  void aRebuildDoesNotEndWhatAnEditorHasJustWritten() {
    var old = new BreakingNews("قديم", Optional.empty(), later(), "editor", paper.now(), false);
    old.store(paper.articles);
    paper.wait(Duration.ofMinutes(3));
    var written = new BreakingNews("جديد", Optional.empty(), later(), "other", paper.now(), false);
    written.store(paper.articles);
    old.end(paper.articles, old.editor(), paper.now());
    assertThat(BreakingNews.find(paper.articles)).contains(written);
  }

  /// Whatever happens between the look of a rebuild and its writes, what editors did last is shown
  /// once its minutes have come.
  @ParameterizedTest
  @CsvSource({"index.html", "sports/index.html", "fragments/latest.html", "latest.json"})
  void whatHappensDuringARebuildIsShownInTheEnd(String key) {
    write("الأول", Optional.empty(), Duration.ofHours(2)).expect(200);
    paper.wait(Duration.ofMinutes(5));
    publish("خبر آخر");
    rebuildWhile(key, () -> send("DELETE").expect(204));
    shownNowhere();
    paper.wait(Duration.ofMinutes(5));
    publish("خبر ثالث");
    rebuildWhile(key, () -> write("الثاني", Optional.empty(), Duration.ofHours(2)).expect(200));
    for (var front : FRONTS) {
      assertThat(strip(front).text()).as(front).isEqualTo("عاجل الثاني");
    }
  }

  /// The page is again what a press saw that stalled: its old strip comes back, and is pressed away
  /// once the press is dead.
  @Test
  void aStalledPressDoesNotBringItBackForLong() {
    var before = paper.page("index.html");
    write("نبأ", Optional.empty(), Duration.ofHours(2)).expect(200);
    var shown = paper.page("index.html");
    paper.wait(Duration.ofMinutes(5));
    send("DELETE").expect(204);
    assertThat(paper.page("index.html")).isEqualTo(before);
    paper.put("index.html", shown);
    paper.wait(Duration.ofMinutes(1));
    paper.rebuild();
    assertThat(paper.page("index.html")).isEqualTo(before);
  }

  @Test
  void whatCannotBePressedFollowsWithinAMinute() {
    var broken = new FailingS3("fragments/latest.html"::equals).writing(paper.aws());
    send("PUT", broken, body("نبأ", Optional.empty(), Duration.ofHours(2))).expect(202);
    paper.wait(Duration.ofMinutes(1));
    paper.rebuild();
    assertThat(strip("fragments/latest.html").text()).isEqualTo("عاجل نبأ");
    var ended = send("DELETE", broken, Map.of()).expect(202);
    assertThat(ended.body()).isEmpty();
    paper.wait(Duration.ofMinutes(1));
    paper.rebuild();
    shownNowhere();
  }

  @Test
  void allPagesPressedAgainAreTheSame() {
    write("نبأ", Optional.of(publish("مقال")), Duration.ofHours(2)).expect(200);
    var before = paper.pages();
    paper.deleteAllPages();
    paper.repress();
    assertThat(paper.pages()).isEqualTo(before);
    assertThat(paper.auditor().fronts(() -> {})).isEmpty();
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/breaking/refused.csv", delimiter = '|', quoteCharacter = '\'')
  void whatCannotBeReadIsNamed(String sent, String field, String message) {
    paper = paperIn("en");
    var draft = publish("Draft", Map.of("status", "draft"));
    var body = sent.replace("LONG", "ع".repeat(121)).replace("DRAFT", draft);
    var expected =
        message.replace(
            "UNTIL",
            "The value must be a future time in UTC, such as 2026-02-23T18:26:00Z, "
                + "at most 24 hours from now.");
    var answer = send("PUT", paper.s3(), Json.read(body)).expect(422);
    assertThat(answer.json().path("errors"))
        .anySatisfy(error -> {
          assertThat(error.path("field").asText()).isEqualTo(field);
          assertThat(error.path("message").asText()).isEqualTo(expected);
        });
    assertThat(BreakingNews.find(paper.articles)).isEmpty();
  }

  @Test
  void whatIsReadCanBeSentBackAndTheLargestOneFits() {
    write(
            "خ".repeat(BreakingNews.MAX_TEXT_LENGTH),
            Optional.of(publish("مقال")),
            Duration.ofHours(24))
        .expect(200);
    var read = (ObjectNode) send("GET").json();
    send("PUT", paper.s3(), read).expect(200);
    assertThat(send("GET").json()).isEqualTo(read);
  }

  private void shownNowhere() {
    for (var key : FRONTS) {
      assertThat(strip(key).childNodes()).as(key).isEmpty();
    }
    assertThat(Json.read(paper.page("latest.json")).has("breaking")).isFalse();
  }

  private void rebuildWhile(String key, Runnable meanwhile) {
    paper.rebuild(paper.aws().s3(new OnFirstLook(key, meanwhile)), paper.articles);
    for (int minute = 0; minute < 3; minute++) {
      paper.wait(Duration.ofMinutes(1));
      paper.rebuild();
    }
  }

  private List<String> callsOfARebuild() {
    var calls = new CountedCalls(paper.aws());
    paper.rebuild(calls.s3(), new Table(calls.dynamoDb(), "articles"));
    return calls.names();
  }

  private Instant later() {
    return paper.now().plus(Duration.ofHours(2));
  }

  private Element strip(String key) {
    return Jsoup.parse(paper.page(key)).expectFirst("body > .breaking");
  }

  private String link() {
    return strip("fragments/latest.html").select("a").attr("href");
  }

  private HttpAnswer write(String text, Optional<String> article, Duration time) {
    return send("PUT", paper.s3(), body(text, article, time));
  }

  private Map<String, Object> body(String text, Optional<String> article, Duration time) {
    var body = new HashMap<String, Object>();
    body.put("text", text);
    article.ifPresent(id -> body.put("articleId", id));
    body.put("until", paper.now().plus(time).toString());
    return body;
  }

  private HttpAnswer send(String method) {
    return HttpEvent.of(method + ROUTE).as("editors").sendTo(paper.homepage(paper.s3()));
  }

  private HttpAnswer send(String method, S3Client through, Object body) {
    return HttpEvent.of(method + ROUTE).as("editors").json(body).sendTo(paper.homepage(through));
  }

  private String publish(String headline) {
    return publish(headline, Map.of());
  }

  private String publish(String headline, Map<String, Object> more) {
    return paper.desk.publish(article(headline, more));
  }

  private static Map<String, Object> article(String headline, Map<String, Object> more) {
    var article = new HashMap<String, Object>();
    article.put("headline", headline);
    article.put("section", "society");
    article.put("bodyHtml", "<p>نص الخبر</p>");
    article.put("status", "published");
    article.putAll(more);
    return article;
  }
}
