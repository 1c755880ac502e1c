package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult.Differs;
import news.nashra.local.aws.CountedCalls;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an audit finds in a bucket that differs from the tables, and that it changes nothing.
class AuditSiteTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private Paper paper;
  private String first;

  @BeforeEach
  void publish() {
    paper = new Paper(SERVICES);
    first = article("خبر أول");
    article("خبر ثان");
    paper.wait(Duration.ofMinutes(3));
    paper.repress();
  }

  @Test
  void aSiteThatAgreesWithItsTablesIsFoundSo() {
    assertThat(audit(() -> {})).isEmpty();
  }

  @Test
  void aPageThatIsGoneIsMissing() {
    var key = paper.articlePath(first);
    paper.delete(key);
    paper.delete("2026/02/23/index.html");
    paper.delete("robots.txt");
    paper.delete("sitemap.xml");
    assertThat(found())
        .containsExactlyInAnyOrder(
            "MISSING " + key,
            "MISSING 2026/02/23/index.html",
            "MISSING robots.txt",
            "MISSING sitemap.xml");
  }

  @Test
  void aPageThatWasChangedByHandIsStale() {
    var key = paper.articlePath(first);
    for (var changed : List.of(key, "index.html", "feed.xml", "sitemaps/2026-02.xml")) {
      paper.put(changed, "by hand");
    }
    assertThat(found())
        .containsExactlyInAnyOrder(
            "STALE " + key, "STALE index.html", "STALE feed.xml", "STALE sitemaps/2026-02.xml");
  }

  @Test
  void theArchiveIsStaleIfTheKeptCountsAreWrong() {
    paper.articles.put(
        Item.at("HOMEPAGE", "MONTHS").with("revision", 9).with("counts", List.of("2026-02 1")));
    paper.rebuild(Rebuild.Extent.ALL);
    assertThat(found()).containsExactly("STALE archive/index.html");
    paper.rebuild(Rebuild.Extent.FULL);
    assertThat(found()).isEmpty();
  }

  @Test
  void thePageOfAWithdrawnArticleIsSuperfluous() {
    var key = paper.articlePath(first);
    var page = paper.page(key);
    paper.desk.withdraw(first);
    paper.wait(Duration.ofMinutes(3));
    paper.repress();
    paper.put(key, page);
    assertThat(found()).containsExactly("SUPERFLUOUS " + key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026/02/23/no-such-article/index.html",
        "2026/02/23/no-such-article/comments/1/index.html",
        "2026/02/23/خبر-منسي/index.html",
        "2026/02/22/index.html",
        "2026/13/index.html",
        "2026/13/45/index.html",
        "2025/02/index.html",
        "topics/nothing/index.html",
        "authors/nobody/index.html",
        "society/2025/02/index.html",
        "gardening/2026/02/index.html",
        "gardening/index.html",
        "sitemaps/2025-02.xml",
        "sitemaps/x.xml",
        "notes.txt",
      })
  void aPageThatNoArticleExplainsIsSuperfluous(String key) {
    paper.put(key, "forgotten");
    assertThat(found()).containsExactly("SUPERFLUOUS " + key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"media/x/320.jpg", "assets/reader-0000000000.js", "desk/index.html"})
  void filesThatAreNoPagesAreLeftAlone(String key) {
    paper.put(key, "file");
    assertThat(found()).isEmpty();
  }

  @Test
  void aPageThatIsPressedBetweenTheLooksIsNotCounted() {
    var key = paper.articlePath(first);
    paper.put(key, "on its way");
    paper.delete("2026/02/23/index.html");
    paper.put("topics/nothing/index.html", "on its way");
    assertThat(
            audit(() -> {
              paper.repress();
              paper.delete("topics/nothing/index.html");
            }))
        .isEmpty();
  }

  /// It was followed in between, and is late once more.
  @Test
  void aPageThatWasWrittenBetweenTheLooksIsNotCounted() {
    var key = paper.articlePath(first);
    paper.put(key, "late");
    var others = new ArrayList<>(List.of("later", "still later", "latest"));
    assertThat(audit(() -> paper.put(key, others.removeFirst()))).isEmpty();
  }

  @Test
  void theFunctionCountsAndWritesNothing() {
    var key = paper.articlePath(first);
    paper.delete(key);
    paper.put("index.html", "by hand");
    paper.put("notes.txt", "forgotten");
    var calls = new CountedCalls(paper.aws());
    var function = paper.auditFunction(calls.s3());
    var slice = (ObjectNode) Invocation.of(function, Map.of()).path("slices").path(0);
    assertThat(Invocation.of(function, slice.put("waitSeconds", 0)))
        .isEqualTo(Json.read("{\"stale\":0,\"missing\":1,\"superfluous\":0}"));
    assertThat(Invocation.of(function, Map.of("fronts", true, "waitSeconds", 0)))
        .isEqualTo(Json.read("{\"stale\":1,\"missing\":0,\"superfluous\":0}"));
    var strays = Invocation.of(function, Map.of("after", "", "waitSeconds", 0));
    assertThat(strays.path("superfluous").asInt()).isEqualTo(1);
    var rest = Map.of("after", strays.path("after").asText(), "waitSeconds", 0);
    assertThat(Invocation.of(function, rest))
        .as("nothing is left: no `after`")
        .isEqualTo(Json.read("{\"stale\":0,\"missing\":0,\"superfluous\":0}"));
    assertThat(calls.names()).isNotEmpty().containsOnly("HeadObject", "ListObjectsV2");
  }

  private List<String> found() {
    return audit(() -> {});
  }

  /// Audits all pages, and does `meanwhile` between any two looks at the same pages.
  private List<String> audit(SiteAudit.Pause meanwhile) {
    var audit = paper.auditor();
    var found = new ArrayList<Differs>();
    audit.slices().forEach(slice -> found.addAll(audit.slice(slice, meanwhile)));
    found.addAll(audit.fronts(meanwhile));
    found.addAll(audit.strays("", meanwhile).strays());
    return found.stream().map(page -> page.difference() + " " + page.key()).sorted().toList();
  }

  private String article(String headline) {
    return paper.publish(headline, "society", "related", List.of());
  }
}
