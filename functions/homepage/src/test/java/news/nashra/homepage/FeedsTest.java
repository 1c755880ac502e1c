package news.nashra.homepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.core.press.PageResult;
import news.nashra.site.FeedPolicy;
import news.nashra.testing.LocalServices;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Feeds and sitemaps, read by third-party parsers.
class FeedsTest {
  @RegisterExtension static final LocalServices SERVICES = Paper.services();

  private static final String HEADLINE = "خبر <b>& \"Latin\"</b> 100%";

  @Test
  void eachAuthorSectionAndKindIsNamed() {
    var paper = new Paper(SERVICES);
    paper.author("omar", 0, "عمر <الزين>");
    paper.author("jad", 0, "جاد");
    var article = new HashMap<>(article(HEADLINE));
    article.put("authors", List.of("omar", "jad"));
    article.put("alsoIn", List.of("sports"));
    article.put("kind", "opinion");
    paper.desk.publish(article);
    paper.rebuild();
    for (var key : List.of("feed.xml", "society/feed.xml", "sports/feed.xml")) {
      var entry = rss(paper.page(key)).getEntries().getFirst();
      var dc = (DCModule) entry.getModule(DCModule.URI);
      assertThat(dc.getCreators()).containsExactly("عمر <الزين>", "جاد", "سلمى بن علي");
      assertThat(entry.getCategories())
          .extracting(SyndCategory::getName)
          .containsExactly("المجتمع", "الرياضة", "رأي");
    }
    var item = Json.read(paper.page("feed.json")).path("items").path(0);
    assertThat(item.path("authors").path(0))
        .isEqualTo(
            Json.read(
                "{\"name\": \"عمر <الزين>\", \"url\": \"https://news.example/authors/omar/\"}"));
    assertThat(item.path("authors")).hasSize(3);
    assertThat(item.path("tags")).isEqualTo(Json.read("[\"المجتمع\", \"الرياضة\", \"رأي\"]"));
    var latest = Json.read(paper.page("latest.json")).path("items").path(0);
    assertThat(latest.path("kind").asText()).isEqualTo("opinion");
    assertThat(latest.path("authors")).hasSize(3);
  }

  @Test
  void theDateOfPublicationStaysAndTheLastChangeHasItsOwn() {
    var paper = new Paper(SERVICES);
    var id = paper.desk.publish(article(HEADLINE));
    paper.rebuild();
    paper.wait(Duration.ofHours(5));
    paper.desk.revise(id, 1, article("عنوان آخر"));
    paper.rebuild();
    for (var key : List.of("feed.xml", "society/feed.xml")) {
      var feed = rss(paper.page(key));
      assertThat(feed.getLanguage()).isEqualTo("ar-MA");
      var entry = feed.getEntries().getFirst();
      assertThat(entry.getTitle()).isEqualTo("عنوان آخر");
      assertThat(entry.getUri()).isEqualTo(id);
      assertThat(entry.getPublishedDate().toInstant()).isEqualTo(Paper.START);
      assertThat(updated(entry)).isEqualTo("2026-02-23T15:00:00.000Z");
      assertThat(entry.getAuthor()).isEqualTo("سلمى بن علي");
    }
    var item = Json.read(paper.page("feed.json")).path("items").path(0);
    assertThat(item.path("id").asText()).isEqualTo(id);
    assertThat(item.path("date_published").asText()).isEqualTo("2026-02-23T10:00:00.000Z");
    assertThat(item.path("date_modified").asText()).isEqualTo("2026-02-23T15:00:00.000Z");
    assertThat(item.path("url").asText()).startsWith(Paper.ORIGIN + "/2026/02/23/");
  }

  @Test
  void markupInAHeadlineIsText() {
    var paper = new Paper(SERVICES);
    paper.desk.publish(article(HEADLINE));
    paper.rebuild();
    assertThat(rss(paper.page("feed.xml")).getEntries().getFirst().getTitle()).isEqualTo(HEADLINE);
    assertThat(news(paper))
        .singleElement()
        .satisfies(news -> {
          assertThat(news.getTitle()).isEqualTo(HEADLINE);
          assertThat(news.getPublicationDate().toInstant()).isEqualTo(Paper.START);
          assertThat(news.getLanguage()).isEqualTo("ar");
        });
  }

  @Test
  void readersOfFeedsShowTextToTheLetter() throws IOException {
    var paper = new Paper(SERVICES);
    var texts =
        Files.readString(Path.of("src/test/resources/feed-texts.txt"))
            .lines()
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    for (var text : texts) {
      var article = new HashMap<>(article(text));
      article.put("summary", text);
      var id = paper.desk.publish(article);
      article.put("correction", text);
      paper.desk.revise(id, 1, article);
      paper.wait(Duration.ofSeconds(1));
    }
    paper.rebuild();
    for (var key : List.of("feed.xml", "society/feed.xml", "corrections/feed.xml")) {
      var entries = rss(paper.page(key)).getEntries().reversed();
      assertThat(entries).extracting(SyndEntry::getTitle).as(key).isEqualTo(texts);
      assertThat(entries)
          .extracting(entry -> shown(entry.getDescription().getValue()))
          .as(key)
          .isEqualTo(texts);
    }
    var items = Json.read(paper.page("feed.json")).path("items");
    for (var name : List.of("title", "summary", "content_text")) {
      assertThat(items.findValuesAsText(name).reversed()).as(name).isEqualTo(texts);
    }
    assertThat(items.findValues("content_html")).isEmpty();
    assertThat(news(paper))
        .extracting(NewsAttributes::getTitle)
        .containsExactlyInAnyOrderElementsOf(texts);
  }

  /// The text that HTML shows, with every element in it as a tag.
  private static String shown(String html) {
    var body = Jsoup.parseBodyFragment(html).body();
    body.children().forEach(element -> element.before("[" + element.tagName() + "]"));
    return body.wholeText();
  }

  /// What a body says about HTML is text in a summary that is made of it, and HTML in a full text.
  @Test
  void aBodyThatSpeaksOfMarkupStaysText() {
    var paper =
        new Paper(SERVICES, Editions.feeding(new FeedPolicy(true, Optional.empty())), Paper.START);
    var article = new HashMap<>(article(HEADLINE));
    article.remove("summary");
    article.put("bodyHtml", "<p>كتب &lt;img src=x onerror=alert(1)&gt; هنا</p>");
    paper.desk.publish(article);
    paper.rebuild();
    var text = "كتب <img src=x onerror=alert(1)> هنا";
    var entry = rss(paper.page("feed.xml")).getEntries().getFirst();
    var json = Json.read(paper.page("feed.json")).at("/items/0");
    for (var html :
        List.of(
            entry.getDescription().getValue(),
            entry.getContents().getFirst().getValue(),
            json.path("content_html").asText())) {
      var shown = Jsoup.parseBodyFragment(html).body();
      assertThat(shown.select("img")).isEmpty();
      assertThat(shown.text()).isEqualTo(text);
    }
  }

  @Test
  void plainTextHasHexadecimalReferences() {
    var paper = new Paper(SERVICES);
    paper.desk.publish(article("أ <ب> & ج"));
    paper.rebuild();
    assertThat(paper.page("feed.xml")).contains("<title>أ &#x3C;ب&#x3E; &#x26; ج</title>");
  }

  @Test
  void anEditionMayHaveFullTextsAndAHubInItsFeeds() {
    var policy = new FeedPolicy(true, Optional.of("https://hub.example/"));
    var paper = new Paper(SERVICES, Editions.feeding(policy), Paper.START);
    paper.desk.publish(article(HEADLINE));
    paper.rebuild();
    var entry = rss(paper.page("feed.xml")).getEntries().getFirst();
    assertThat(entry.getContents().getFirst().getValue())
        .isEqualTo("<p>نص <a href=\"https://news.example/society/\">رابط</a></p>");
    assertThat(paper.page("feed.xml")).contains("href=\"https://hub.example/\" rel=\"hub\"");
    var feed = Json.read(paper.page("feed.json"));
    assertThat(feed.at("/items/0/content_html").asText()).contains("https://news.example/society/");
    assertThat(feed.at("/hubs/0/url").asText()).isEqualTo("https://hub.example/");
  }

  @Test
  void aCardIsALinkInFullTexts() {
    var policy = new FeedPolicy(true, Optional.empty());
    var paper = new Paper(SERVICES, Editions.feeding(policy), Paper.START);
    var article = new HashMap<>(article(HEADLINE));
    article.put(
        "bodyHtml",
        "<blockquote data-pull><p>قول</p></blockquote><figure data-embed=\"https://t.me/paper/1\"></figure>");
    paper.desk.publish(article);
    paper.rebuild();
    assertThat(Json.read(paper.page("feed.json")).at("/items/0/content_html").asText())
        .isEqualTo(
            "<blockquote><p>قول</p></blockquote><figure><p><a href=\"https://t.me/paper/1\""
                + " rel=\"noopener\"><b><bdi>Telegram</bdi></b> <bdi dir=\"ltr\">t.me/paper/1</bdi></a></p></figure>");
  }

  @Test
  void correctionsHaveAFeedOfTheirOwn() {
    var paper = new Paper(SERVICES);
    var id = paper.desk.publish(article(HEADLINE));
    paper.wait(Duration.ofHours(1));
    paper.desk.revise(id, 1, corrected("الرقم الصحيح 12"));
    paper.wait(Duration.ofHours(1));
    paper.desk.revise(id, 2, corrected("اسم البلدة: مرسى الريح"));
    paper.rebuild();
    var entries = rss(paper.page("corrections/feed.xml")).getEntries();
    assertThat(entries)
        .extracting(entry -> entry.getDescription().getValue())
        .containsExactly("اسم البلدة: مرسى الريح", "الرقم الصحيح 12");
    assertThat(entries)
        .extracting(entry -> entry.getPublishedDate().toInstant())
        .containsExactly(
            Paper.START.plus(Duration.ofHours(2)), Paper.START.plus(Duration.ofHours(1)));
    assertThat(entries).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
    assertThat(paper.page("corrections/index.html")).contains("الرقم الصحيح 12");
    paper.desk.withdraw(id);
    paper.rebuild();
    assertThat(rss(paper.page("corrections/feed.xml")).getEntries()).isEmpty();
  }

  @Test
  void anEditedCorrectionKeepsItsPlaceAndARemovedOneGoes() {
    var paper = new Paper(SERVICES);
    var id = paper.desk.publish(article(HEADLINE));
    paper.wait(Duration.ofHours(1));
    paper.desk.revise(id, 1, corrected("الرقم الصحيح 12"));
    paper.wait(Duration.ofHours(1));
    var edited = new HashMap<>(article(HEADLINE));
    var at = Paper.START.plus(Duration.ofHours(1));
    edited.put("corrections", List.of(Map.of("at", at.toString(), "text", "الرقم الصحيح 13")));
    paper.desk.revise(id, 2, edited);
    paper.rebuild();
    assertThat(paper.page("corrections/index.html")).contains("الرقم الصحيح 13");
    assertThat(rss(paper.page("corrections/feed.xml")).getEntries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.getDescription().getValue()).isEqualTo("الرقم الصحيح 13");
          assertThat(entry.getPublishedDate().toInstant()).isEqualTo(at);
        });
    edited.put("corrections", List.of());
    paper.desk.revise(id, 3, edited);
    paper.rebuild();
    assertThat(rss(paper.page("corrections/feed.xml")).getEntries()).isEmpty();
  }

  @Test
  void aChangeThatReadersAreNotToldOfChangesNoDate() {
    var paper = new Paper(SERVICES);
    var id = paper.desk.publish(article(HEADLINE));
    paper.rebuild();
    var before = paper.pages();
    paper.wait(Duration.ofHours(1));
    var closed = new HashMap<>(article(HEADLINE));
    closed.put("commentsOpen", false);
    paper.desk.revise(id, 1, closed);
    paper.rebuild();
    var after = paper.pages();
    assertThat(after.remove(paper.articlePath(id)))
        .isNotEqualTo(before.remove(paper.articlePath(id)));
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aMoveToAnotherSectionIsFollowedThoughItChangesNoDate() {
    var paper = new Paper(SERVICES);
    var id = paper.desk.publish(article(HEADLINE));
    paper.rebuild();
    paper.wait(Duration.ofDays(1));
    var moved = new HashMap<>(article(HEADLINE));
    moved.put("section", "sports");
    paper.desk.revise(id, 1, moved);
    paper.rebuild();
    assertThat(paper.page("sports/2026/02/index.html")).contains("100%");
    assertThat(paper.pages()).doesNotContainKey("society/2026/02/index.html");
    assertThat(paper.page("sitemaps/2026-02.xml")).contains("<lastmod>2026-02-23T10:00:00.000Z<");
  }

  @Test
  void sitemapsNameEachPublishedArticleInItsMonth() {
    var paper = new Paper(SERVICES);
    paper.desk.publish(article("خبر شباط"));
    paper.rebuild();
    var february = paper.page("sitemaps/2026-02.xml");
    paper.wait(Duration.ofDays(10));
    var id = paper.desk.publish(article("خبر آذار"));
    var rebuilt = paper.rebuild();
    assertThat(rebuilt.pages())
        .noneMatch(
            page -> page.key().contains("2026-02.xml") && page instanceof PageResult.Written);
    assertThat(index(paper))
        .containsExactly(
            Paper.ORIGIN + "/sitemaps/2026-03.xml", Paper.ORIGIN + "/sitemaps/2026-02.xml");
    assertThat(paper.page("sitemaps/2026-02.xml")).isEqualTo(february);
    assertThat(month(paper, "2026-03"))
        .singleElement()
        .satisfies(url -> assertThat(url.getLastModified().toInstant()).isEqualTo(paper.now()));
    assertThat(news(paper)).hasSize(1);
    paper.wait(Duration.ofDays(3));
    paper.rebuild();
    assertThat(news(paper)).isEmpty();
    paper.desk.withdraw(id);
    paper.rebuild();
    assertThat(index(paper)).containsExactly(Paper.ORIGIN + "/sitemaps/2026-02.xml");
    assertThat(paper.pages()).doesNotContainKey("sitemaps/2026-03.xml");
    assertThat(paper.page("robots.txt"))
        .contains("Sitemap: " + Paper.ORIGIN + "/sitemap.xml")
        .contains("Sitemap: " + Paper.ORIGIN + "/news-sitemap.xml");
  }

  private static Map<String, Object> article(String headline) {
    return Map.of(
        "headline", headline,
        "section", "society",
        "byline", "سلمى بن علي",
        "summary", "ملخص",
        "bodyHtml", "<p>نص <a href=\"/society/\">رابط</a></p>",
        "status", "published");
  }

  private static Map<String, Object> corrected(String text) {
    var article = new HashMap<>(article(HEADLINE));
    article.put("correction", text);
    return article;
  }

  private static SyndFeed rss(String xml) {
    try {
      return new SyndFeedInput(true, Locale.ROOT).build(new StringReader(xml));
    } catch (FeedException e) {
      throw new AssertionError(xml, e);
    }
  }

  private static String updated(SyndEntry entry) {
    return entry.getForeignMarkup().stream()
        .filter(element -> element.getName().equals("updated"))
        .map(element -> element.getText())
        .findFirst()
        .orElse("");
  }

  private static List<String> index(Paper paper) {
    return ((SiteMapIndex) parse(paper, "sitemap.xml"))
        .getSitemaps().stream().map(map -> map.getUrl().toString()).toList();
  }

  private static List<SiteMapURL> month(Paper paper, String month) {
    var map = (SiteMap) parse(paper, "sitemaps/" + month + ".xml");
    return List.copyOf(map.getSiteMapUrls());
  }

  private static List<NewsAttributes> news(Paper paper) {
    return ((SiteMap) parse(paper, "news-sitemap.xml"))
        .getSiteMapUrls().stream()
            .map(url -> (NewsAttributes) url.getAttributesForExtension(Extension.NEWS)[0])
            .toList();
  }

  private static AbstractSiteMap parse(Paper paper, String key) {
    // Strict: no address outside the sitemap's folder. The months are an exception: the index at
    // the root, which robots.txt names, refers to them.
    var parser = new SiteMapParser(!key.startsWith("sitemaps/"));
    parser.setStrictNamespace(true);
    parser.enableExtension(Extension.NEWS);
    parser.enableExtension(Extension.IMAGE);
    try {
      return parser.parseSiteMap(
          "application/xml",
          paper.page(key).getBytes(StandardCharsets.UTF_8),
          URI.create(Paper.ORIGIN + "/" + key).toURL());
    } catch (UnknownFormatException e) {
      throw new AssertionError(paper.page(key), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
