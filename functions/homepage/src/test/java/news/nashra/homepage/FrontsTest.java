package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import news.nashra.core.press.PageResult;
import news.nashra.homepage.state.PinnedLead;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Fronts show what they should after whatever editors do, and lose no news by a fault.
class FrontsTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private final Paper paper = new Paper(SERVICES);

  @Test
  void aFrontDoesNotLoseNewsByAFault() {
    var id = showTwo();
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
  void anEditorOverrulesTheGuardOnce() {
    var id = showTwo();
    paper.loseEntry("published", id);
    assertThat(paper.rebuild(Rebuild.Extent.ALL).refused()).isNotEmpty();
    assertThat(paper.rebuild(Rebuild.Extent.ALL_ACCEPTED).refused()).isEmpty();
    assertThat(paper.page("feed.xml")).contains("الأقدم").doesNotContain("الأحدث");
  }

  @Test
  void aFrontFollowsAnArticleThatIsADraftAgain() {
    var id = showTwo();
    paper.desk.withdraw(id);
    paper.desk.restore(id);
    assertThat(paper.rebuild().refused()).isEmpty();
    assertThat(paper.page("index.html")).doesNotContain("الأحدث");
  }

  @Test
  void anArticleFromAnArchiveTakesItsPlaceAndIsNoNews() {
    paper.publish("خبر اليوم", "society");
    paper.wait(Duration.ofMinutes(5));
    for (var at : List.of(paper.now().minusSeconds(60), Instant.parse("1957-06-01T08:00:00Z"))) {
      paper.publish(
          "من الأرشيف " + at.toString().substring(0, 4),
          "society",
          "tags",
          List.of("قطار"),
          "imported",
          true,
          "publishedAt",
          at.toString());
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
  void aFullFrontFollowsAWithdrawalAndTwoNewArticles() {
    var ids = paper.fillFront("society");
    paper.rebuild();
    paper.desk.withdraw(ids.getLast());
    paper.publish("جديد أول", "society");
    paper.wait(Duration.ofMinutes(1));
    paper.publish("جديد ثان", "society");
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.refused()).isEmpty();
    assertThat(paper.page("society/index.html")).containsSubsequence("جديد ثان", "جديد أول");
  }

  @Test
  void thePinnedLeadIsFirstUntilItIsWithdrawn() {
    var old = paper.publish("المثبت", "society");
    for (int i = 0; i < 3; i++) {
      paper.wait(Duration.ofMinutes(5));
      paper.publish("أحدث " + i, "sports");
    }
    PinnedLead.pin(paper.articles, List.of(old), "editor", paper.now());
    paper.rebuild();
    assertThat(paper.page("index.html")).containsSubsequence("المثبت", "أحدث 2", "أحدث 1");
    paper.desk.withdraw(old);
    paper.rebuild();
    assertThat(paper.page("index.html")).doesNotContain("المثبت").containsSubsequence("أحدث 2");
  }

  /// Shows two articles on the fronts.
  ///
  /// @return the id of the newer one
  private String showTwo() {
    paper.publish("الأقدم", "society");
    paper.wait(Duration.ofMinutes(5));
    var id = paper.publish("الأحدث", "society");
    paper.rebuild();
    return id;
  }
}
