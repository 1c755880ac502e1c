package news.nashra.articles.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleContent;
import news.nashra.articles.Contents;
import news.nashra.articles.Kind;
import news.nashra.articles.Place;
import news.nashra.articles.References;
import news.nashra.articles.Revision;
import news.nashra.articles.Schedule;
import news.nashra.articles.Sections;
import news.nashra.articles.Status;
import news.nashra.articles.Timeline;
import news.nashra.articles.live.Coverage;
import news.nashra.articles.live.LiveEntries;
import news.nashra.articles.live.LiveEntry;
import news.nashra.comments.pages.Discussion;
import news.nashra.core.http.Json;
import news.nashra.media.Picture;
import news.nashra.site.Edition;
import news.nashra.site.Section;
import news.nashra.site.Site;
import news.nashra.testing.GoldenFiles;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of live coverage, and what they tell other programs. Golden files: see
/// [ArticlePageComposerTest].
class LivePageTest {
  private static final Instant AT = Instant.parse("2026-02-23T18:26:00Z");
  private static final String PICTURE = "01KJ5Y3R80000000000000PIC1";

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aPageIsAsItIsMeantToBe(String language) {
    GoldenFiles.check("live." + language + ".html", page(language, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aPageOfOlderEntriesIsAsItIsMeantToBe(String language) {
    var html = composer(language).entries(article(true), entries(), 1);
    GoldenFiles.check("live-older." + language + ".html", new String(html, StandardCharsets.UTF_8));
  }

  @Test
  void itIsALiveBlogWithItsUpdates() {
    var blog = structuredData(page("en", true));
    assertThat(blog.path("@type").asText()).isEqualTo("LiveBlogPosting");
    assertThat(blog.path("coverageStartTime").asText()).isEqualTo("2026-02-23T18:27:00Z");
    assertThat(blog.has("coverageEndTime")).isFalse();
    assertThat(blog.path("liveBlogUpdate")).hasSize(26);
    var pinned = blog.path("liveBlogUpdate").path(0);
    assertThat(pinned)
        .hasToString(
            "{\"@type\":\"BlogPosting\",\"headline\":\"الخلاصة حتى الآن.\","
                + "\"url\":\"https://news.example/2026/02/23/x/#entry-3\","
                + "\"datePublished\":\"2026-02-23T18:29:00Z\","
                + "\"dateModified\":\"2026-02-23T18:59:00Z\","
                + "\"articleBody\":\"الخلاصة حتى الآن.\"}");
  }

  @Test
  void itEndsWithItsLastEntry() {
    var blog = structuredData(page("en", false));
    assertThat(blog.path("coverageEndTime").asText()).isEqualTo("2026-02-23T19:17:00Z");
  }

  @Test
  void beforeItsFirstEntryItSaysThatNoneIsThereAndIsNoLiveBlogYet() {
    var page = Jsoup.parse(page("en", true, LiveEntries.none(AT)));
    assertThat(page.select("#live .none").text()).startsWith("No updates yet.");
    // The style sheet tells by this whether the script has put an entry there.
    assertThat(page.expectFirst("#live .entries").childNodeSize()).isZero();
    assertThat(page.select("#live").attr("data-latest")).isEqualTo("0");
    assertThat(structuredData(page.html()).path("@type").asText()).isEqualTo("NewsArticle");
  }

  @Test
  void whereOnlyOlderEntriesAreLeftNothingIsSaidOfNone() {
    var gone = IntStream.iterate(60, n -> n > 10, n -> n - 1).mapToObj(LivePageTest::takenAway);
    var left = new LiveEntries(coverage(60), gone.toList(), Optional.empty(), n -> List.of());
    var page = Jsoup.parse(page("en", true, left));
    assertThat(page.select("#live .none")).isEmpty();
    assertThat(page.select("#live .older a")).hasSize(1);
    assertThat(structuredData(page.html()).path("@type").asText()).isEqualTo("LiveBlogPosting");
  }

  @Test
  void whereItEndedWithoutAnEntryNothingIsSaidOfIt() {
    assertThat(Jsoup.parse(page("en", false, LiveEntries.none(AT))).select("#live")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1",
    "26, 0, 1",
    "50, 0, 1",
    "51, 1, 26",
    "75, 1, 26",
    "76, 2, 51",
    "500, 18, 451"
  })
  void anArticleShowsItsLastTwoPages(long latest, int older, long first) {
    var newest =
        IntStream.iterate((int) latest, n -> n > Math.max(0, latest - 50), n -> n - 1)
            .mapToObj(LivePageTest::entry)
            .toList();
    var live = new LiveEntries(coverage(latest), newest, Optional.empty(), n -> List.of());
    assertThat(live.olderPages()).isEqualTo(older);
    assertThat(live.shown().getLast().number()).isEqualTo(first);
    assertThat(live.shown().getFirst().number()).isEqualTo(latest);
  }

  @Test
  void theNewsIsSmallHoweverManyEntriesThereAre() {
    var newest = IntStream.iterate(500, n -> n > 450, n -> n - 1).mapToObj(LivePageTest::entry);
    var live = new LiveEntries(coverage(500), newest.toList(), Optional.empty(), n -> List.of());
    var file = LiveNews.page(article(true), live);
    assertThat(file.bytes().length).isBetween(1000, 2000);
    var json = Json.read(new String(file.bytes(), StandardCharsets.UTF_8));
    assertThat(json.path("latest").asInt()).isEqualTo(500);
    assertThat(json.path("entries")).hasSize(20);
  }

  private static JsonNode structuredData(String page) {
    return Json.read(Jsoup.parse(page).expectFirst("script[type=application/ld+json]").data());
  }

  private static String page(String language, boolean open) {
    return page(language, open, entries());
  }

  private static String page(String language, boolean open, LiveEntries entries) {
    var html =
        composer(language)
            .html(
                article(open),
                List.of(),
                List.of(),
                new Discussion(List.of()),
                Optional.of(entries));
    return new String(html, StandardCharsets.UTF_8);
  }

  /// 51 entries, of which the last was changed, one is a picture, and one was taken away.
  private static LiveEntries entries() {
    var newest = new ArrayList<LiveEntry>();
    for (int n = 51; n > 1; n--) {
      newest.add(entry(n));
    }
    var pinned = entry(3).next(text("<p>الخلاصة حتى الآن.</p>"), "omar", AT.plusSeconds(1980));
    newest.set(
        1, entry(50).next(text("<p dir=\"ltr\">Bridge closed.</p>"), "omar", AT.plusSeconds(3600)));
    newest.set(2, entry(49).next(Optional.empty(), "omar", AT.plusSeconds(3600)));
    newest.set(
        3,
        entry(48)
            .next(
                text(
                    "<p>صورة</p><figure><img data-media=\"" + PICTURE + "\" alt=\"جسر\"></figure>"),
                "omar",
                AT.plusSeconds(3600)));
    return new LiveEntries(
        coverage(51),
        newest,
        Optional.of(pinned),
        page ->
            IntStream.iterate(25, n -> n > 0, n -> n - 1).mapToObj(LivePageTest::entry).toList());
  }

  private static Coverage coverage(long last) {
    return new Coverage(
        last + 4, last, 5000, Optional.of(3L), AT.plusSeconds(60), AT.plusSeconds(3660), last);
  }

  private static LiveEntry entry(int n) {
    return LiveEntry.first(
        n, text("<p>خبر " + n + "</p>").orElseThrow(), "salma", AT.plusSeconds(60L * n));
  }

  private static LiveEntry takenAway(int n) {
    return entry(n).next(Optional.empty(), "salma", AT.plusSeconds(60L * n));
  }

  private static Optional<LiveEntry.Text> text(String html) {
    var picture = new Picture(PICTURE, 640, 400, "#8a7a5c", List.of(320, 640));
    return Optional.of(new LiveEntry.Text(html, Map.of(PICTURE, picture)));
  }

  private static Article article(boolean open) {
    var plain = Contents.plain();
    var content =
        new ArticleContent(
            "الفيضان أولا بأول",
            plain.dateline(),
            plain.summary(),
            "<p>بدأ الماء يرتفع فجرا.</p>",
            Optional.empty(),
            new ArticleContent.Labels(Kind.LIVE, Sections.of("society"), List.of(), !open),
            List.of(),
            false);
    return new Article(
        "01KJ5Y3R8000000000000000A1",
        Revision.first("editor", AT),
        Status.PUBLISHED,
        content,
        new References(Map.of(), List.of()),
        new Place(Optional.of("x"), Optional.of("/2026/02/23/x/"), List.of(), List.of()),
        new Timeline(
            Optional.of(AT), false, AT.plusSeconds(3660), List.of(), List.of(), Schedule.NONE));
  }

  private static ArticlePageComposer composer(String language) {
    return new ArticlePageComposer(Site.of(edition(language), "https://news.example"));
  }

  private static Edition edition(String language) {
    var e = Edition.load();
    return language.equals("ar")
        ? e
        : new Edition(
            new Edition.Masthead("Nashra", "News near you", e.owner(), e.logo(), e.icon()),
            new Edition.Region(
                language, "GB", e.timeZone(), List.of(Locale.of(language)), Edition.Clock.GMT),
            List.of(new Section("society", "Society")),
            e.comments(),
            e.feeds(),
            e.imprint());
  }
}
