package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.press.PageResult;
import news.nashra.homepage.fronts.ListFront;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.LocalServices;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a rebuild costs and counts, and that it follows every change.
@Order(1)
class RebuildTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private final Paper paper = new Paper(SERVICES);

  @Test
  void aMinuteInWhichNothingChangedMakesTwoCalls() {
    paper.publish("خبر", "society");
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
    paper.publish("الأول", "society");
    paper.rebuild();
    paper.wait(Duration.ofMinutes(3));
    paper.rebuild();
    paper.publish("الثاني", "society");
    var before = paper.progress("followed");
    paper.rebuild();
    paper.wait(Duration.ofSeconds(90));
    assertThat(paper.rebuild().pages()).isNotEmpty();
    assertThat(paper.progress("followed")).isEqualTo(before);
    paper.wait(Duration.ofSeconds(1));
    assertThat(paper.rebuild().pages()).isNotEmpty();
    assertThat(paper.progress("followed")).isNotEqualTo(before);
    assertThat(paper.rebuild().pages()).isEmpty();
  }

  @Test
  void anotherNameOfAnAuthorReachesTheirPageAndTheFeedsAndIsThenForgotten() {
    paper.author("omar", 0, "عمر");
    paper.publish("خبر", "society", "authors", List.of("omar"));
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

  private List<String> noted() {
    return paper.articles.partition("HOMEPAGE").stream().map(Item::sk).toList();
  }

  @Test
  void theArchiveCountsTheArticlesOfEachMonthWhateverHappensToThem() {
    assertThat(counts()).isEmpty();
    var first = paper.publish("الأول", "society");
    paper.rebuild();
    assertThat(counts()).containsExactly("2026 خبر واحد", "شباط / فبراير خبر واحد");
    paper.wait(Duration.ofDays(10));
    paper.publish("في آذار", "sports");
    paper.publish("في آذار أيضا", "sports");
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
    paper.publish("الأول", "society");
    paper.rebuild();
    paper.publish("الثاني", "society");
    var stalled =
        new OnCall(
            call,
            () -> {
              paper.publish("الثالث", "society");
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
    paper.publish("خبر", "society");
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

  @Test
  void everyQuarterOfAnHourAllFrontsAreCheckedWithOneQueryEach() {
    paper.publish("خبر", "society");
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
    paper.publish("خبر", "society");
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
        paper.publish("خبر قديم " + round + " " + i, i % 2 == 0 ? "society" : "sports");
        paper.wait(Duration.ofHours(11));
        paper.rebuild();
      }
      paper.wait(Duration.ofMinutes(5));
      paper.publish("أول اليوم " + round, "society");
      paper.rebuild();
      paper.wait(Duration.ofMinutes(5));
      paper.publish("ثاني اليوم " + round, "society");
      written.add(written(paper.rebuild()).stream().map(RebuildTest::kind).sorted().toList());
      paper.wait(Duration.ofDays(2));
    }
    assertThat(written.get(1)).isEqualTo(written.get(0));
    assertThat(written.get(0)).hasSizeLessThan(16);
  }

  @Test
  void noChangeOfALongOutageIsSkipped() {
    for (int i = 0; i < 12; i++) {
      paper.publish("خبر " + i, "society", "tags", List.of("وسم " + i));
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
      ids.add(paper.publish("قبل السباق " + i, "society", "tags", List.of("ماء")));
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
            paper.publish(
                "في السباق " + i, i % 2 == 0 ? "society" : "sports", "tags", List.of("مدن")));
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
    paper.publish("خبر رياضي", "sports", "byline", "سلمى");
    paper.publish("خبر عام", "society");
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

  /// A key without its numbers, which differ between runs.
  private static String kind(String key) {
    return key.replaceAll("\\d+", "0");
  }

  private static List<String> written(RebuildResult rebuilt) {
    return rebuilt.pages().stream()
        .filter(PageResult.Written.class::isInstance)
        .map(PageResult::key)
        .collect(Collectors.toList());
  }
}
