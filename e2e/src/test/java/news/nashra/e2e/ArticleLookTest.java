package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.awt.Color;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How an article's page is set: what a phone shows first, how long lines are, what a finger hits,
/// what moves, and what a printer prints.
class ArticleLookTest extends BrowserTest {
  /// The height of a phone's window without the newspaper's name and its sections.
  private static final int FIRST_SCREEN = 740 - 100;

  private static final int FINGER = 44;

  private static final String SENTENCE =
      "أعلن المجلس أن الخط الجديد يبدأ في الربيع، وأن التذكرة تبقى بثمنها حتى نهاية السنة. ";

  private static final String HASHTAG = "#الحملة_الوطنية_لمكافحة_حرائق_الغابات";

  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

  private static final String MEASURES =
      """
      const rect = (selector) => document.querySelector(selector).getBoundingClientRect();
      const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
      const text = (selector) => document.querySelector(selector).textContent.length;
      const lines = (selector) =>
        rect(selector).height / parseFloat(getComputedStyle(document.querySelector(selector)).lineHeight);
      """;

  @Test
  void aPhoneShowsTheFirstSentenceAtOnce() {
    var page = open(360, news());
    assertThat(number(page, "rect('.body > p').top + 3 * 36 - rect('main').top"))
        .isLessThan(FIRST_SCREEN);
    assertThat(number(page, "rect('.byline').height")).isLessThanOrEqualTo(104);
  }

  @Test
  void aPhoneShowsHeadlineAndPictureAtOnce() {
    var page = open(360, pictured());
    assertThat(number(page, "rect('.lead img').bottom - rect('main').top"))
        .isLessThan(FIRST_SCREEN);
    assertThat(number(page, "rect('.lead img').height")).isGreaterThan(200);
  }

  @Test
  void theBylineOfAWideWindowIsTwoLinesAtMost() {
    assertThat(number(open(1280, news()), "rect('.byline').height")).isLessThanOrEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({"rtl", "ltr"})
  void linesHaveSixtyToSeventyFiveCharacters(String direction) {
    var text =
        direction.equals("rtl")
            ? SENTENCE
            : "The council said the new line opens in spring and the fare stays as it is. ";
    var page = open(1280, news().put("bodyHtml", "<p>" + text.repeat(12) + "</p>"));
    assertThat(page.locator(".body").getAttribute("dir")).isEqualTo(direction);
    assertThat(number(page, "text('.body > p') / lines('.body > p')")).isBetween(60d, 75d);
  }

  @Test
  void latinTextHasItsOwnSizeAndLeading() {
    var latin = "<p lang=\"en\" dir=\"ltr\">" + "Words in English. ".repeat(20) + "</p>";
    var english = open(1280, news().put("bodyHtml", latin));
    var arabic = open(1280, news());
    assertThat(number(english, "size('.body') / size('body')")).isBetween(1.1, 1.15);
    assertThat(number(arabic, "size('.body') / size('body')")).isBetween(1.25, 1.3);
  }

  @Test
  void aFingerHitsWhatItAimsAt() {
    var receipt = publish(pictured().put("kind", "live"));
    var entry = Newspaper.object().put("bodyHtml", "<p>خبر عاجل.</p>");
    Newspaper.post("/api/articles/" + id(receipt) + "/entries", entry);
    Newspaper.discuss(id(receipt), 11);
    Newspaper.stack().settle();
    var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(360, 740));
    page.navigate(Newspaper.uri(url(receipt)).toString());
    for (var target :
        List.of(
            ".tags a",
            ".tags button",
            ".at a",
            ".who a",
            ".byline a",
            ".crumbs a",
            ".sizes button",
            ".more a")) {
      assertThat(page.locator(target).count()).as(target).isPositive();
      var heights = "all => Math.min(...all.map((e) => e.getBoundingClientRect().height))";
      var least = (Number) page.locator(target).evaluateAll(heights);
      assertThat(least.doubleValue()).as(target).isGreaterThanOrEqualTo(FINGER);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void nothingIsWiderThanItsWindow(int width) {
    var article = pictured().put("headline", "خبر عن " + HASHTAG + " " + HASHTAG);
    article.put("summary", HASHTAG + HASHTAG).put("byline", HASHTAG).put("city", HASHTAG);
    ((ObjectNode) article.get("image")).put("credit", HASHTAG + HASHTAG);
    article.put(
        "bodyHtml",
        "<h2>%1$s</h2><p>%1$s https://news.example/%2$s</p><blockquote>%1$s<cite>%1$s</cite></blockquote>"
                .formatted(HASHTAG + HASHTAG, "a".repeat(200))
            + "<table><tr><td>1</td><td>2</td><td>3</td><td>4</td><td>%s</td></tr></table>"
                .formatted("9".repeat(60)));
    article.putArray("tags").add("وسم" + "ـ".repeat(3) + "طويل جدا لا مثيل له هنا");
    var page = open(width, article);
    page.locator("#latest ol").waitFor();
    assertThat(number(page, "document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @Test
  void arabicIsNeverSlanted() {
    var body = "<p>قال <em>نعم</em> و<i>لا</i> في <cite>التقرير</cite>.</p>";
    var latin = "<p lang=\"en\" dir=\"ltr\">He said <em>yes</em>.</p>";
    var page = open(1280, news().put("bodyHtml", body + latin));
    var styles =
        "all => all.map((e) => getComputedStyle(e).fontStyle + getComputedStyle(e).fontWeight)";
    assertThat(page.locator(".body :is(em, i, cite)").evaluateAll(styles))
        .isEqualTo(List.of("normal600", "normal600", "normal400", "italic400"));
  }

  /// As on a slow line, with each of the local faces that stand in for the newspaper's.
  @ParameterizedTest
  @ValueSource(strings = {"\"Noto Naskh Arabic\"", "\"As Naskh\""})
  void nothingMovesWhenTheFontComes(String standIn) {
    var address = Newspaper.uri(url(publish(pictured()))).toString();
    var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(360, 740));
    page.route(
        address,
        route -> {
          var answer = route.fetch();
          var html =
              answer
                  .text()
                  .replaceFirst("Naskh,\"Noto Naskh Arabic\",\"As Naskh\"", "Naskh," + standIn);
          assertThat(html).contains("--serif:Naskh," + standIn + ",\"Geeza");
          route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(html));
        });
    page.route(
        "**/*.woff2",
        route -> {
          page.waitForTimeout(1500);
          route.resume();
        });
    page.addInitScript(
        "shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => (shift += e.value)))"
            + ".observe({ type: 'layout-shift', buffered: true })");
    page.navigate(address);
    Chromium.await(page, "document.fonts.check('700 20px Naskh', 'خبر')");
    page.waitForTimeout(300);
    assertThat(number(page, "shift")).isLessThan(0.001);
  }

  @Test
  void anArticleIsPrintedWithWhatBelongsToItAlone() {
    var receipt = publish(pictured().put("slug", "خط-قطار"));
    var page = browser.newPage();
    page.navigate(Newspaper.uri(url(receipt)).toString());
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (var hidden : List.of("#comments", "footer", ".tags", ".share", ".latest", ".sizes")) {
      assertThat(page.locator(hidden).first().isVisible()).as(hidden).isFalse();
    }
    assertThat(
            page.evaluate("getComputedStyle(document.querySelector('.byline'), '::after').content"))
        .asString()
        .contains("خط-قطار/")
        .doesNotContain("%");
    assertThat(number(page, "rect('.lead img').height")).isLessThanOrEqualTo(341);
    assertThat(pages(page)).isEqualTo(1);
  }

  private Page open(int width, ObjectNode article) {
    var address = url(publish(article));
    Newspaper.stack().settle();
    var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 740));
    page.navigate(Newspaper.uri(address).toString());
    Chromium.await(page, "document.fonts.ready.then(() => true)");
    return page;
  }

  /// An article as an agency writes it.
  private static ObjectNode news() {
    return article()
        .put("headline", "خط جديد للقطار يصل الساحل بالجبل في ساعتين ابتداء من الربيع المقبل")
        .put("summary", "تذكرة واحدة للقطار والحافلة، ومحطة جديدة قرب السوق القديم.")
        .put("city", "مرسى الريح")
        .put("source", "نشرة")
        .put("byline", "سلمى بن علي")
        .put("bodyHtml", "<p>" + SENTENCE.repeat(12) + "</p>");
  }

  private static ObjectNode pictured() {
    var article = news().put("headline", "خط جديد للقطار يصل الساحل بالجبل في ساعتين");
    article.put("bodyHtml", "<p>" + SENTENCE.repeat(4) + "</p>").putArray("tags").add("النقل");
    article
        .putObject("image")
        .put("mediaId", Photographs.ready(960, 640, Color.GRAY))
        .put("alt", "قطار");
    return article;
  }

  private static int pages(Page page) {
    var pdf = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), ISO_8859_1);
    return (int) PDF_PAGE.matcher(pdf).results().count();
  }

  /// What an expression gives, which may use the functions of `MEASURES`.
  private static double number(Page page, String expression) {
    return ((Number) page.evaluate("(() => {" + MEASURES + "return " + expression + "})()"))
        .doubleValue();
  }
}
