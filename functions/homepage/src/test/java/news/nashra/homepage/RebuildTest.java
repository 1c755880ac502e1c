package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.homepage.fronts.ListFront;
import news.nashra.homepage.state.ListReads;
import news.nashra.homepage.state.PinnedLead;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

/// What a rebuild costs, and that the pages come to agree with the tables whatever fails or runs at
/// the same time.
@Order(1)
class RebuildTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private Paper paper;

  @BeforeEach
  void start() {
    paper =
        new Paper(
            SERVICES,
            Editions.of("ar", Editions.sections()),
            Instant.parse("2026-02-23T10:00:00Z"));
  }

  @Test
  void aMinuteInWhichNothingChangedMakesTwoCalls() {
    publish("خبر", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    var calls = new CountedCalls(paper.aws());
    paper.wait(Duration.ofMinutes(3));
    var rebuilt = paper.rebuild(calls.s3(), new Table(calls.dynamoDb(), "articles"));
    assertThat(rebuilt.pages()).isEmpty();
    assertThat(rebuilt.age()).contains(Duration.ZERO);
    assertThat(calls.names()).containsExactly("Query", "Query");
  }

  /// As long as a change is followed again anyway, it is of no use to note that it was followed.
  @Test
  void howFarThePagesAreIsStoredWhenItSparesReading() {
    publish("الأول", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    publish("الثاني", "society");
    var before = progress("followed");
    paper.rebuild();
    paper.wait(Duration.ofSeconds(90));
    assertThat(paper.rebuild().pages()).isNotEmpty();
    assertThat(progress("followed")).isEqualTo(before);
    paper.wait(Duration.ofSeconds(1));
    assertThat(paper.rebuild().pages()).isNotEmpty();
    assertThat(progress("followed")).isNotEqualTo(before);
    assertThat(paper.rebuild().pages()).isEmpty();
  }

  private Optional<Instant> progress(String field) {
    return paper.articles.get("HOMEPAGE", "PROGRESS").flatMap(item -> item.findInstant(field));
  }

  @Test
  void anotherNameOfAnAuthorReachesTheirPageAndTheFeedsAndIsThenForgotten() {
    paper.author("omar", 0, "عمر");
    publish("خبر", "society", "authors", List.of("omar"));
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    paper.author("omar", 1, "عمر الزين");
    var rebuilt = paper.rebuild();
    assertThat(written(rebuilt))
        .containsExactlyInAnyOrder(
            "authors/omar/index.html", "feed.xml", "feed.json", "latest.json", "society/feed.xml");
    assertThat(paper.page("authors/omar/index.html")).contains("<h1 dir=\"rtl\">عمر الزين</h1>");
    paper.wait(Duration.ofSeconds(89));
    paper.rebuild();
    assertThat(noted()).contains("AUTHOR#omar");
    paper.wait(Duration.ofSeconds(1));
    paper.rebuild();
    assertThat(noted()).doesNotContain("AUTHOR#omar");
  }

  @Test
  void theArchiveCountsTheArticlesOfEachMonthWhateverHappensToThem() {
    assertThat(counts()).isEmpty();
    var first = publish("الأول", "society");
    paper.rebuild();
    assertThat(counts()).containsExactly("2026 خبر واحد", "شباط / فبراير خبر واحد");
    paper.wait(Duration.ofDays(10));
    publish("في آذار", "sports");
    publish("في آذار أيضا", "sports");
    paper.rebuild();
    assertThat(counts())
        .containsExactly("2026 3 أخبار", "آذار / مارس خبران", "شباط / فبراير خبر واحد");
    paper.desk.withdraw(first);
    paper.rebuild();
    assertThat(counts()).containsExactly("2026 خبران", "آذار / مارس خبران");
  }

  /// A rebuild that counted before an article was published does not have the last word, wherever
  /// it stalls.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theLastToCountHasCountedLast(int call) {
    publish("الأول", "society");
    paper.rebuild();
    publish("الثاني", "society");
    var stalled =
        new OnCall(
            call,
            () -> {
              publish("الثالث", "society");
              paper.rebuild();
            });
    paper.rebuild(paper.s3(), new Table(stalled.client(paper.aws()), "articles"));
    for (int minute = 0; minute < 3; minute++) {
      assertThat(counts()).contains("2026 3 أخبار");
      paper.wait(Duration.ofMinutes(1));
      paper.rebuild();
    }
  }

  @Test
  void aFullRebuildCountsAllMonthsAgain() {
    publish("خبر", "society");
    paper.rebuild();
    paper.articles.put(
        Item.at("HOMEPAGE", "MONTHS").with("revision", 7).with("counts", List.of("2025-01 9")));
    paper.rebuild(Rebuild.Extent.ALL);
    assertThat(counts()).endsWith("2025 9 أخبار", "كانون الثاني / يناير 9 أخبار");
    paper.rebuild(Rebuild.Extent.FULL);
    assertThat(counts()).containsExactly("2026 خبر واحد", "شباط / فبراير خبر واحد");
  }

  /// The years and months of the archive with their counts, as they are read.
  private List<String> counts() {
    if (!paper.pages().containsKey("archive/index.html")) {
      return List.of();
    }
    return Jsoup.parse(paper.page("archive/index.html")).select(".archive h2, .months li").stream()
        .map(line -> line.text().replace('\u00A0', ' '))
        .toList();
  }

  private List<String> noted() {
    return paper.articles.partition("HOMEPAGE").stream().map(Item::sk).toList();
  }

  @Test
  void everyQuarterOfAnHourAllFrontsAreCheckedWithOneQueryEach() {
    publish("خبر", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(16));
    paper.rebuild();
    var calls = new CountedCalls(paper.aws());
    paper.wait(Duration.ofMinutes(15));
    paper.delete("society/index.html"); // no event reports it
    var rebuilt = paper.rebuild(calls.s3(), new Table(calls.dynamoDb(), "articles"));
    assertThat(written(rebuilt)).containsExactly("society/index.html");
    // The homepage, two sections, the news sitemap, each other list; and two for what changed.
    assertThat(calls.count("Query")).isEqualTo(4 + ListFront.values().length + 2);
    assertThat(calls.count("GetItem")).isEqualTo(3); // the lead, the breaking news, the counts
    assertThat(calls.count("HeadObject")).isEqualTo(rebuilt.pages().size() + 1L);
  }

  @Test
  void theNewsSitemapDropsOldArticlesEvenIfNothingChanged() {
    publish("خبر", "society");
    paper.rebuild();
    assertThat(paper.page("news-sitemap.xml")).contains("<loc>");
    paper.wait(Duration.ofDays(2).plusMinutes(1));
    paper.rebuild();
    assertThat(paper.page("news-sitemap.xml")).doesNotContain("<loc>");
  }

  @Test
  void aPublishWritesAsManyPagesInALargeArchiveAsInASmallOne() {
    var written = new ArrayList<List<String>>();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 30; i++) {
        publish("خبر قديم " + round + " " + i, i % 2 == 0 ? "society" : "sports");
        paper.wait(Duration.ofHours(11));
        paper.rebuild();
      }
      paper.wait(Duration.ofMinutes(5));
      publish("أول اليوم " + round, "society");
      paper.rebuild();
      paper.wait(Duration.ofMinutes(5));
      publish("ثاني اليوم " + round, "society");
      written.add(written(paper.rebuild()).stream().map(RebuildTest::kind).sorted().toList());
      paper.wait(Duration.ofDays(2));
    }
    assertThat(written.get(1)).isEqualTo(written.get(0));
    assertThat(written.get(0)).hasSizeLessThan(16);
  }

  @Test
  void aPageThatFailsHoldsUpNoOtherAndIsPressedLater() {
    publish("خبر عن الماء", "society", "tags", List.of("ماء", "مدن"));
    var broken = new AtomicBoolean(true);
    var failing = new FailingS3(key -> broken.get() && key.startsWith("topics/ماء"));
    var rebuilt = paper.rebuild(failing.client(paper.aws()), paper.articles);
    assertThat(rebuilt.failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.group()).isEqualTo("topics/ماء/index.html"));
    assertThat(paper.page("index.html")).contains("خبر عن الماء");
    assertThat(paper.page("topics/مدن/index.html")).contains("خبر عن الماء");
    broken.set(false);
    paper.wait(Duration.ofHours(2));
    assertThat(paper.rebuild().failures()).isEmpty();
    assertThat(paper.page("topics/ماء/index.html")).contains("خبر عن الماء");
  }

  @Test
  void aRebuildThatFailsAnywhereLeavesGoodPagesAndTheNextOneCompletesIt() {
    publish("الأول", "society");
    paper.rebuild();
    var before = paper.page("index.html");
    paper.wait(Duration.ofMinutes(10));
    publish("الثاني", "sports", "tags", List.of("ماء"));
    var dead = new FailingS3(key -> true);
    var rebuilt = paper.rebuild(dead.writing(paper.aws()), paper.articles);
    assertThat(rebuilt.failures()).isNotEmpty();
    assertThat(paper.page("index.html")).isEqualTo(before);
    paper.wait(Duration.ofHours(20));
    paper.rebuild();
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
    assertThat(paper.page("sitemaps/2026-02.xml")).contains("%D8%AB%D8%A7%D9%86%D9%8A");
  }

  /// After some calls DynamoDB cannot be reached. The homepage is then the previous one or the new
  /// one.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 4, 7, 11, 16})
  void aFrontIsCompleteEvenIfTheTablesFailDuringARebuild(int calls) {
    publish("الأول", "society");
    paper.rebuild();
    var before = paper.page("index.html");
    paper.wait(Duration.ofMinutes(10));
    publish("الثاني", "sports", "tags", List.of("ماء"));
    var failing = FailingDynamoDb.after(calls, paper.aws());
    try {
      paper.rebuild(paper.s3(), new Table(failing, "articles"));
    } catch (SdkClientException e) {
      assertThat(e).hasMessageContaining("no route to the tables");
    }
    var between = paper.page("index.html");
    paper.rebuild();
    assertThat(between).isIn(before, paper.page("index.html"));
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
  }

  @Test
  void anArticleWithoutAPageWaitsAndHoldsUpNoOther() {
    publish("الأول", "society");
    var id = publish("الثاني", "society", "tags", List.of("ماء"));
    var path = paper.articlePath(id);
    paper.delete(path);
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.waiting()).containsExactly(id);
    assertThat(paper.page("index.html")).contains("الأول").doesNotContain("الثاني");
    assertThat(paper.pages().keySet()).noneMatch(key -> key.startsWith("topics/"));

    // Days later it holds up no other article and is not forgotten.
    paper.wait(Duration.ofDays(3));
    publish("الثالث", "society", "tags", List.of("مدن"));
    assertThat(paper.rebuild().waiting()).containsExactly(id);
    assertThat(paper.page("index.html")).contains("الثالث").doesNotContain("الثاني");
    assertThat(paper.page("topics/مدن/index.html")).contains("الثالث");
    paper.followStream(List.of(id));
    paper.wait(Duration.ofMinutes(3));
    assertThat(paper.rebuild().waiting()).isEmpty();
    assertThat(paper.page("index.html")).contains("الثاني");
    assertThat(paper.page("topics/ماء/index.html")).contains("الثاني");
  }

  @Test
  void anArticleIsListedWhosePageAppearsDuringARebuild() {
    var waiting = publish("ينتظر", "society");
    paper.delete(paper.articlePath(waiting));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    var own = paper.articlePath(publish("حديث", "society"));
    paper.rebuild();
    paper.wait(Duration.ofSeconds(60));
    paper.rebuild();
    paper.wait(Duration.ofMillis(29_900));
    // Its page appears, and another rebuild lists it, after this one has not found it.
    var faster =
        paper
            .aws()
            .s3(
                new OnFirstLook(
                    own,
                    () -> {
                      paper.followStream(List.of(waiting));
                      paper.wait(Duration.ofMillis(300));
                      assertThat(paper.rebuild().waiting()).isEmpty();
                    }));
    paper.rebuild(faster, paper.articles);
    for (int minute = 0; minute < 3; minute++) {
      paper.wait(Duration.ofMinutes(1));
      paper.rebuild();
    }
    assertThat(paper.page("2026/02/23/index.html")).contains("ينتظر");
    assertThat(paper.page("index.html")).contains("ينتظر");
  }

  @Test
  void theAgeIsCountedFromTheFirstChangeThatIsNotShown() {
    publish("الأول", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(10));
    publish("الثاني", "society");
    paper.wait(Duration.ofSeconds(30));
    var failing = new FailingS3("index.html"::equals);
    var age = paper.rebuild(failing.writing(paper.aws()), paper.articles).age();
    assertThat(age).contains(Duration.ofSeconds(30));
    paper.wait(Duration.ofMinutes(1));
    age = paper.rebuild(failing.writing(paper.aws()), paper.articles).age();
    assertThat(age).contains(Duration.ofSeconds(90));
  }

  @Test
  void whatWasShownAMomentAgoDoesNotCountForTheAge() {
    var broken = new AtomicBoolean(false);
    var failing = new FailingS3(key -> broken.get() && key.equals("index.html"));
    var instance = paper.instance(failing.writing(paper.aws()));
    publish("الأول", "society");
    instance.run(Rebuild.Extent.CHANGED);
    paper.wait(Duration.ofMinutes(10));
    publish("الثاني", "society");
    assertThat(instance.run(Rebuild.Extent.CHANGED).failures()).isEmpty();
    paper.wait(Duration.ofSeconds(30));
    publish("الثالث", "society");
    paper.wait(Duration.ofSeconds(20));
    broken.set(true);
    assertThat(instance.run(Rebuild.Extent.CHANGED).age()).contains(Duration.ofSeconds(20));
  }

  /// Otherwise a slower rebuild, which read before, would have the last word: that all are right.
  @Test
  void eachRebuildInWhichAFrontFailsStoresThatItIsWrong() {
    publish("خبر", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(5));
    var failing = new FailingS3("index.html"::equals).writing(paper.aws());
    publish("الثاني", "society");
    for (int second = 0; second < 3; second++) {
      assertThat(paper.rebuild(failing, paper.articles).failures()).hasSize(1);
      assertThat(progress("frontsChecked")).isEmpty();
      assertThat(progress("followed")).contains(paper.now());
      paper.wait(Duration.ofSeconds(1));
    }
  }

  @Test
  void anIdleMinuteLooksOnceForThePageOfEachWaitingArticle() {
    for (int i = 0; i < 5; i++) {
      paper.delete(paper.articlePath(publish("ينتظر " + i, "society")));
    }
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    var calls = new CountedCalls(paper.aws());
    paper.rebuild(calls.s3(), new Table(calls.dynamoDb(), "articles"));
    assertThat(calls.names())
        .containsExactlyInAnyOrder(
            "Query",
            "Query",
            "BatchGetItem",
            "HeadObject",
            "HeadObject",
            "HeadObject",
            "HeadObject",
            "HeadObject");
  }

  @Test
  void aWaitingArticleDoesNotFailTheStream() throws IOException {
    paper.delete(paper.articlePath(publish("ينتظر", "society")));
    assertThat(paper.stream()).isEqualTo("{\"batchItemFailures\":[]}");
  }

  @Test
  void noChangeOfALongOutageIsSkipped() {
    for (int i = 0; i < 12; i++) {
      publish("خبر " + i, "society", "tags", List.of("وسم " + i));
      paper.wait(Duration.ofHours(9));
    }
    paper.wait(Duration.ofDays(4));
    paper.rebuild();
    for (int i = 0; i < 12; i++) {
      assertThat(paper.page("topics/وسم-" + i + "/index.html")).contains("خبر " + i);
    }
  }

  @Test
  void rebuildsDuringPublishingAndWithdrawingEndWithRightPages() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      ids.add(publish("قبل السباق " + i, "society", "tags", List.of("ماء")));
    }
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 3; i++) {
      tasks.add(() -> {
        for (int n = 0; n < 4; n++) {
          paper.rebuild();
        }
        return true;
      });
    }
    var later = Collections.synchronizedList(new ArrayList<String>());
    tasks.add(() -> {
      for (int i = 0; i < 8; i++) {
        later.add(
            publish("في السباق " + i, i % 2 == 0 ? "society" : "sports", "tags", List.of("مدن")));
      }
      return true;
    });
    tasks.add(() -> {
      ids.forEach(paper.desk::withdraw);
      return true;
    });
    Parallel.all(tasks);
    paper.rebuild();
    paper.followStream(later);
    var before = paper.pages();
    assertThat(paper.page("index.html")).contains("في السباق 7").doesNotContain("قبل السباق");
    assertThat(before.keySet()).noneMatch(key -> key.startsWith("topics/ماء"));
    paper.deleteAllPages();
    paper.repress();
    assertThat(paper.pages()).isEqualTo(before);
  }

  @Test
  void removingASectionFromTheEditionAffectsNothingElse() {
    publish("خبر رياضي", "sports", "byline", "سلمى");
    publish("خبر عام", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(1));
    paper.without("sports");
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.failures()).isEmpty();
    assertThat(paper.page("index.html")).contains("خبر رياضي").doesNotContain("href=\"/sports/\"");
    assertThat(paper.page("feed.xml")).contains("خبر رياضي");
    assertThat(rebuilt.pages()).noneMatch(page -> page.key().startsWith("sports/"));
    paper.repress();
  }

  @Test
  void aFrontDoesNotLoseNewsByAFault() {
    publish("الأقدم", "society");
    paper.wait(Duration.ofMinutes(5));
    var id = publish("الأحدث", "society");
    paper.rebuild();
    paper.loseEntry("published", id);
    paper.wait(Duration.ofMinutes(2));
    var refused = paper.rebuild(Rebuild.Extent.ALL);
    assertThat(refused.refused()).extracting(PageResult.Kept::key).contains("index.html");
    assertThat(refused.age()).contains(Duration.ofMinutes(2));
    assertThat(paper.page("index.html")).contains("الأحدث");
    paper.wait(Duration.ofMinutes(1));
    assertThat(paper.rebuild().age()).as("age in another instance").contains(Duration.ofMinutes(3));
    paper.desk.withdraw(id);
    assertThat(paper.rebuild().refused()).isEmpty();
    assertThat(paper.page("index.html")).doesNotContain("الأحدث");
  }

  @Test
  void aFrontFollowsAnArticleThatIsADraftAgain() {
    publish("الأقدم", "society");
    paper.wait(Duration.ofMinutes(5));
    var id = publish("الأحدث", "society");
    paper.rebuild();
    paper.desk.withdraw(id);
    paper.desk.restore(id);
    assertThat(paper.rebuild().refused()).isEmpty();
    assertThat(paper.page("index.html")).doesNotContain("الأحدث");
  }

  @Test
  void anArticleFromAnArchiveTakesItsPlaceAndIsNoNews() {
    publish("خبر اليوم", "society");
    paper.wait(Duration.ofMinutes(5));
    for (var at : List.of(paper.now().minusSeconds(60), Instant.parse("1957-06-01T08:00:00Z"))) {
      paper.desk.publish(
          Map.of(
              "headline",
              "من الأرشيف " + at.toString().substring(0, 4),
              "section",
              "society",
              "bodyHtml",
              "<p>نص</p>",
              "tags",
              List.of("قطار"),
              "status",
              "published",
              "imported",
              true,
              "publishedAt",
              at.toString()));
    }
    paper.rebuild();
    for (var news : List.of("latest.json", "fragments/latest.html", "news-sitemap.xml")) {
      assertThat(paper.page(news)).as(news).contains("خبر اليوم").doesNotContain("من الأرشيف");
    }
    assertThat(paper.page("index.html").indexOf("خبر اليوم"))
        .as("the lead is news")
        .isLessThan(paper.page("index.html").indexOf("من الأرشيف"));
    for (var list :
        List.of(
            "1957/06/01/index.html",
            "society/1957/06/index.html",
            "feed.xml",
            "society/feed.xml",
            "society/index.html",
            "topics/قطار/index.html")) {
      assertThat(paper.page(list)).as(list).contains("من الأرشيف 1957");
    }
    assertThat(paper.page("1957/06/index.html")).contains("href=\"/1957/06/01/\"");
    assertThat(paper.page("sitemaps/1957-06.xml")).contains("/1957/06/01/");
    assertThat(paper.page("sitemap.xml")).contains("/sitemaps/1957-06.xml");
    assertThat(paper.page("feed.xml").indexOf("خبر اليوم"))
        .isLessThan(paper.page("feed.xml").indexOf("من الأرشيف 1957"));
  }

  @Test
  void anEditorOverrulesTheGuardOnce() {
    publish("الأقدم", "society");
    paper.wait(Duration.ofMinutes(5));
    var id = publish("الأحدث", "society");
    paper.rebuild();
    paper.loseEntry("published", id);
    assertThat(paper.rebuild(Rebuild.Extent.ALL).refused()).isNotEmpty();
    assertThat(paper.rebuild(Rebuild.Extent.ALL_ACCEPTED).refused()).isEmpty();
    assertThat(paper.page("feed.xml")).contains("الأقدم").doesNotContain("الأحدث");
  }

  @Test
  void aFullFrontFollowsAWithdrawalAndTwoNewArticles() {
    var ids = new ArrayList<String>();
    for (int i = 0; i <= ListReads.ARTICLES_PER_FRONT; i++) {
      ids.add(publish("خبر " + i, "society"));
      paper.wait(Duration.ofMinutes(1));
    }
    paper.rebuild();
    paper.desk.withdraw(ids.getLast());
    publish("جديد أول", "society");
    paper.wait(Duration.ofMinutes(1));
    publish("جديد ثان", "society");
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.refused()).isEmpty();
    assertThat(paper.page("society/index.html")).containsSubsequence("جديد ثان", "جديد أول");
  }

  @Test
  void aFullFrontStaysFullWhileAnArticleWaits() {
    for (int i = 0; i <= ListReads.ARTICLES_PER_FRONT; i++) {
      publish("خبر " + i, "society");
      paper.wait(Duration.ofMinutes(1));
    }
    paper.rebuild();
    var id = publish("بلا صفحة", "society");
    paper.delete(paper.articlePath(id));
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.refused()).isEmpty();
    assertThat(rebuilt.waiting()).containsExactly(id);
    publish("بعده", "society");
    assertThat(paper.rebuild().refused()).isEmpty();
    assertThat(paper.page("society/index.html")).contains("بعده").doesNotContain("بلا صفحة");
  }

  @Test
  void thePinnedLeadIsFirstUntilItIsWithdrawn() {
    var old = publish("المثبت", "society");
    for (int i = 0; i < 3; i++) {
      paper.wait(Duration.ofMinutes(5));
      publish("أحدث " + i, "sports");
    }
    PinnedLead.pin(paper.articles, List.of(old), "editor", paper.now());
    paper.rebuild();
    assertThat(paper.page("index.html")).containsSubsequence("المثبت", "أحدث 2", "أحدث 1");
    paper.desk.withdraw(old);
    paper.rebuild();
    assertThat(paper.page("index.html")).doesNotContain("المثبت").containsSubsequence("أحدث 2");
  }

  private String publish(String headline, String section, Object... more) {
    var article = new HashMap<String, Object>();
    article.put("headline", headline);
    article.put("section", section);
    article.put("bodyHtml", "<p>نص الخبر</p>");
    article.put("status", "published");
    for (int i = 0; i < more.length; i += 2) {
      article.put(more[i].toString(), more[i + 1]);
    }
    return paper.desk.publish(Map.copyOf(article));
  }

  private static List<String> written(RebuildResult rebuilt) {
    return rebuilt.pages().stream()
        .filter(PageResult.Written.class::isInstance)
        .map(PageResult::key)
        .collect(Collectors.toList());
  }

  /// A key without its numbers, which differ between runs.
  private static String kind(String key) {
    return key.replaceAll("\\d+", "0");
  }
}
