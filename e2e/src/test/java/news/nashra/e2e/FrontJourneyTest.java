package news.nashra.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Readers on the fronts and in the archives: by keyboard, without scripts, and with the few things
/// that scripts add to an article.
class FrontJourneyTest extends BrowserTest {
  private String address = "";

  @BeforeAll
  void publishSome() {
    publish(article().put("headline", "خبر اقتصادي").put("section", "economy"));
    var story = article().put("headline", "خبر له وسم وكاتبة").put("byline", "هدى الأندلسي");
    story.putArray("tags").add("قصة طويلة");
    address = url(publish(story));
    Newspaper.stack().settle();
  }

  @Test
  void theHomepageIsWalkedByKeyboardFromTheSkipLinkToTheFooter() {
    var page = browser.newPage();
    page.navigate(Newspaper.uri("/").toString());
    int links = page.locator("a:visible").count();
    var walked = new ArrayList<String>();
    for (int i = 0; i <= links; i++) {
      page.keyboard().press("Tab");
      var at =
          page.evaluate(
              """
              () => {
                const at = document.activeElement;
                if (at === document.body) return "";
                const style = getComputedStyle(at);
                const seen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
                return (seen ? "" : "no outline: ") + at.getAttribute("href");
              }
              """);
      walked.add(at.toString());
    }
    assertThat(walked.getFirst()).isEqualTo("#main");
    assertThat(walked).noneMatch(at -> at.startsWith("no outline"));
    assertThat(walked).contains("/", "/economy/", address, "/corrections/", "/feed.xml");
  }

  @Test
  void aReaderFindsTheDayTheMonthTheTopicAndTheAuthorWithoutScripts() {
    var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = context.newPage();
    page.navigate(Newspaper.uri(address).toString());
    page.locator("a[rel=tag]").click();
    assertThat(page.title()).contains("قصة طويلة");
    page.locator("a[href='" + address + "']").first().click();
    page.locator("a[rel=author]").click();
    assertThat(page.title()).contains("هدى الأندلسي");
    page.locator("a[href='" + address + "']").first().click();
    page.locator(".byline a[href='" + address.substring(0, 12) + "']").click();
    assertThat(page.locator("h1").textContent()).startsWith("أخبار ");
    page.locator(".near a[href='" + address.substring(0, 9) + "']").click();
    page.locator("td a").last().click();
    assertThat(page.locator("a[href='" + address + "']").count()).isEqualTo(1);
    page.navigate(Newspaper.uri(address).toString());
    assertThat(page.locator("#latest a").getAttribute("href")).isEqualTo("/");
    assertThat(page.locator("[data-copy]").isVisible()).isFalse();
    assertThat(page.locator(".sizes").isVisible()).isFalse();
    context.close();
  }

  @Test
  void theSizeOfTheTextStaysAndTheLinkIsCopied() {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setPermissions(List.of("clipboard-write", "clipboard-read")));
    var page = context.newPage();
    page.navigate(Newspaper.uri(address).toString());
    var before = size(page);
    page.locator("[data-size='1']").click();
    page.locator("[data-size='1']").click();
    assertThat(size(page)).isGreaterThan(before);
    page.reload();
    assertThat(size(page)).isGreaterThan(before);
    page.locator("[data-size='-1']").click();
    page.locator("[data-size='-1']").click();
    page.locator("[data-size='-1']").click();
    assertThat(size(page)).isEqualTo(before);
    page.locator("[data-copy]").click();
    page.locator("[data-copied]:not(:empty)").waitFor();
    assertThat(page.evaluate("navigator.clipboard.readText()"))
        .isEqualTo(URLDecoder.decode(Newspaper.uri(address).toString(), UTF_8));
    assertThat(context.cookies()).isEmpty();
    context.close();
  }

  @Test
  void anHourAloneGetsItsDateWhenItsDayIsOver() {
    var page = browser.newPage();
    page.navigate(Newspaper.uri("/").toString());
    var time = page.locator(".news time[data-day]").first();
    // By its own clock: midnight may come between the publish and this test.
    var at = Instant.parse(time.getAttribute("datetime"));
    page.clock().setFixedTime(at.toEpochMilli());
    page.reload();
    var hour = time.textContent();
    assertThat(hour).matches("\\d\\d:\\d\\d GMT");
    page.clock().setFixedTime(at.plus(Duration.ofDays(1)).toEpochMilli());
    page.reload();
    assertThat(time.textContent()).isEqualTo(time.getAttribute("data-day") + hour);
    page.navigate(Newspaper.uri(address).toString());
    var latest = page.locator("#latest time[data-day]").first();
    assertThat(latest.textContent()).startsWith(latest.getAttribute("data-day")).endsWith(" GMT");
    page.close();
  }

  private static double size(Page page) {
    var size =
        page.locator(".body").evaluate("(body) => parseFloat(getComputedStyle(body).fontSize)");
    return ((Number) size).doubleValue();
  }
}
