package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.awt.Color;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the [reader mode of Firefox](https://github.com/mozilla/readability) keeps of an article's
/// page: the headline, the lead picture, every paragraph and the corrections, and nothing of what
/// surrounds them. See docs/decisions/011-reader-modes.md.
@Tag("browser")
class ReaderModeTest {
  private static final String LIBRARY =
      "e2e/reader/node_modules/@mozilla/readability/Readability.js";

  /// What a page has around an article.
  private static final String SURROUNDINGS =
      "#comments h2, #comments h3, #comments label, .said, #related, .links a, #latest-title,"
          + " .share p, .share li, .tags li, .crumbs li, .mast li, .sizes button, footer p";

  private static final Playwright PLAYWRIGHT = Playwright.create();
  private static final Browser BROWSER = Chromium.launch(PLAYWRIGHT);

  /// A library in the page is a script of another site, which our content policy forbids.
  private static final BrowserContext CONTEXT =
      BROWSER.newContext(new Browser.NewContextOptions().setBypassCSP(true));

  private static final Page PAGE = CONTEXT.newPage();
  private static String library;

  @BeforeAll
  static void readLibrary() throws IOException {
    library = Files.readString(Newspaper.HOME.resolve(LIBRARY));
  }

  @AfterAll
  static void close() {
    PLAYWRIGHT.close();
  }

  @Test
  void everyArticleOfTheDemoEditionIsKeptWhole() {
    var news = Json.read(DemoNewspaper.get("/latest.json").body()).path("items");
    assertThat(news).hasSizeGreaterThan(20);
    news.forEach(
        item -> isKeptWhole(DemoNewspaper.stack().uri().resolve(item.path("url").asText())));
  }

  @Test
  void aShortArticleIsKeptWithoutItsLongComments() {
    var receipt =
        publish(
            body(
                article().put("headline", "يُغلق الجسر ثلاثة أيام").put("byline", "سلمى بن علي"),
                "أُغلق الجسر القديم صباح اليوم.",
                "تبدأ الأشغال غدا وتدوم شهرا.",
                "تُفتح طريق بديلة عبر حي الصفصاف."));
    var comment = Newspaper.comment();
    comment.put("body", "تعليق طويل، فيه فواصل كثيرة، وكلام لا ينتهي، عن الجسر. ".repeat(20));
    assertThat(Newspaper.comment(id(receipt), comment).status()).isEqualTo(202);
    Newspaper.discuss(id(receipt), 3);
    Newspaper.stack().settle();
    isKeptWhole(Newspaper.uri(url(receipt)));
  }

  @Test
  void aShortArticleIsKeptWithItsPictureItsCorrectionAndNothingElse() {
    var picture = Photographs.ready(1280, 800, Color.ORANGE);
    for (var texts :
        List.of(
            List.of("The bridge is closed.", "Works begin tomorrow.", "They last a month."),
            List.of("أُغلق الجسر.", "تبدأ الأشغال غدا.", "تدوم شهرا."))) {
      publish(article().put("section", "economy").put("headline", texts.getFirst()));
      var article = article().put("section", "economy").put("headline", texts.getLast());
      body(article, texts.toArray(String[]::new));
      article.putArray("tags").add("جسور").add("طرق");
      article
          .putObject("image")
          .put("mediaId", picture)
          .put("alt", "جسر")
          .put("caption", "الجسر القديم")
          .put("credit", "سلمى");
      var receipt = publish(article);
      article.put("correction", "It closes at noon.");
      isKeptWhole(Newspaper.uri(url(put("/api/articles/" + id(receipt), "\"1\"", article))));
    }
  }

  private static ObjectNode body(ObjectNode article, String... paragraphs) {
    return article.put("bodyHtml", "<p>" + String.join("</p><p>", paragraphs) + "</p>");
  }

  private static void isKeptWhole(URI address) {
    PAGE.navigate(address.toString());
    var page = Jsoup.parse(PAGE.content());
    var kept =
        (Map<?, ?>)
            PAGE.evaluate(
                "() => { "
                    + library
                    + "; const found = new Readability(document.cloneNode(true)).parse();"
                    + " return { title: found.title, content: found.content }; }");
    var content = Jsoup.parse(String.valueOf(kept.get("content")));
    assertThat(kept.get("title")).isEqualTo(page.expectFirst("main h1").text());
    assertThat(content.text()).as(address.toString()).contains(texts(page));
    assertThat(surroundings(page)).as(address.toString()).noneMatch(content.text()::contains);
    assertThat(content.select("img").eachAttr("alt"))
        .isEqualTo(page.select(".body img").eachAttr("alt"));
  }

  /// The texts of an article that none may lack.
  private static List<String> texts(Document page) {
    var texts =
        page.select(".body p, .body li, .body td, .body h2, .body h3, .body figcaption").eachText();
    assertThat(texts).hasSizeGreaterThanOrEqualTo(3);
    return texts;
  }

  /// What surrounds the article, but for words that the article has too.
  private static List<String> surroundings(Document page) {
    var article = page.expectFirst(".body").text();
    var texts =
        page.select(SURROUNDINGS).stream()
            .map(Element::text)
            .filter(text -> !text.isEmpty() && !article.contains(text))
            .toList();
    assertThat(texts).hasSizeGreaterThan(20);
    return texts;
  }
}
