package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Where Chromium puts texts and figures of two directions on an Arabic page.
class ReadingDirectionTest extends BrowserTest {
  private String address;
  private Page page;

  @BeforeAll
  void publishAndComment() {
    var receipt =
        publish(
            article()
                .put("headline", "مراجعة Samsung Galaxy S26 Ultra")
                .put(
                    "bodyHtml",
                    """
                    <p>ارتفعت الأسعار <em>كثيرا</em> هذا العام.</p>
                    <p>Prices <em>rose</em> and <em>حماس</em> said so.</p>
                    <table><tr><th>المدينة</th><th>التغير</th></tr>
                    <tr><td>صيدا</td><td>-3.5%</td></tr></table>
                    <p>+961 1 234 567</p>
                    """));
    var body = "أول السطور بالعربية\nThe second line is in English.\n+961 1 234 567";
    comment(id(receipt), comment().put("body", body));
    Newspaper.queue("?article=" + id(receipt))
        .json()
        .path("items")
        .forEach(waiting -> Newspaper.decide(waiting, "approve"));
    Newspaper.stack().settle();
    address = Newspaper.uri(url(receipt)).toString();
  }

  @BeforeEach
  void open() {
    page = browser.newPage();
    page.navigate(address);
  }

  @Test
  void aHeadlineWithForeignNamesIsReadFromRightToLeft() {
    assertThat(style(page.locator("h1"), "direction")).isEqualTo("rtl");
  }

  @Test
  void aFigureInACellIsReadFromLeftToRightInItsColumn() {
    var cell = page.locator(".body td").last();
    assertThat(style(cell, "direction")).isEqualTo("ltr");
    assertThat(style(cell, "textAlign")).contains("right");
    assertThat(style(cell, "fontVariantNumeric")).isEqualTo("tabular-nums");
  }

  @Test
  void aFigureThatIsAParagraphKeepsItsPlace() {
    var figure = page.locator(".body > p > span");
    assertThat(style(figure, "direction")).isEqualTo("ltr");
    assertThat(right(figure)).isEqualTo(right(page.locator(".body > p").first()));
  }

  @Test
  void arabicIsNotSlanted() {
    var arabic = page.locator(".body em").first();
    assertThat(style(arabic, "fontStyle")).isEqualTo("normal");
    assertThat(style(arabic, "fontWeight")).isEqualTo("600");
    var latin = page.locator(".body p[dir=ltr] em");
    assertThat(style(latin.first(), "fontStyle")).isEqualTo("italic");
    assertThat(style(latin.last(), "fontSynthesis")).isEqualTo("weight");
  }

  @Test
  void eachLineOfACommentIsOnItsOwnSide() {
    var lines = page.locator(".said > span");
    assertThat(lines.count()).isEqualTo(3);
    assertThat(style(lines.nth(0), "direction")).isEqualTo("rtl");
    assertThat(style(lines.nth(1), "direction")).isEqualTo("ltr");
    assertThat(style(lines.nth(1), "textAlign")).isEqualTo("start");
    var figure = lines.nth(2).locator("bdi");
    assertThat(style(figure, "direction")).isEqualTo("ltr");
    assertThat(right(figure)).isEqualTo(right(lines.nth(0)));
  }

  @Test
  void theCounterSaysHowFarTheTextIsOverTheLimit() {
    var left = page.locator("#comment-body-left");
    page.locator("#comment-body").fill("ا".repeat(2499));
    page.locator("#comment-body-left.err").waitFor();
    assertThat(left.textContent()).isEqualTo("تجاوزت الحد بـ499 حرفا");
    page.locator("#comment-body").fill("ا".repeat(2001));
    assertThat(left.textContent()).isEqualTo("تجاوزت الحد بحرف واحد");
    // A letter and an alef in one form are two characters, as for the server.
    page.locator("#comment-body").fill("ﻻ".repeat(1001));
    assertThat(left.textContent()).isEqualTo("تجاوزت الحد بحرفين");
    page.locator("#comment-body").fill("ا".repeat(1990));
    assertThat(left.textContent()).isEqualTo("الأحرف المتبقية: 10");
  }

  @Test
  void aCopiedEmailAddressIsValid() {
    var email = page.locator("#comment-email");
    email.fill("\u200Freader@example.org\u200E");
    // What takes the marks away is loaded when somebody begins to write.
    PlaywrightAssertions.assertThat(email).hasValue("reader@example.org");
    assertThat(email.evaluate("field => field.validity.valid")).isEqualTo(true);
  }

  private static String style(Locator element, String property) {
    return element.evaluate("(e, name) => getComputedStyle(e)[name]", property).toString();
  }

  private static double right(Locator element) {
    return ((Number) element.evaluate("e => e.getBoundingClientRect().right")).doubleValue();
  }
}
