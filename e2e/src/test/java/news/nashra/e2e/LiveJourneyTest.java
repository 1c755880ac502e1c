package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A reader in Chromium who follows live coverage while editors write.
class LiveJourneyTest extends BrowserTest {
  private final List<String> complaints = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private String article;
  private String address;

  @BeforeEach
  void begin() {
    var receipt = publish(coverage());
    article = id(receipt);
    address = url(receipt);
    complaints.clear();
    asked.clear();
    add("بدأ الماء يرتفع.");
  }

  @Test
  void newsWaitsBehindAButtonAndComesWithoutLosingThePlace() {
    for (int n = 2; n <= 12; n++) {
      add("خبر رقم " + n + ". " + "تفاصيل ".repeat(40));
    }
    var page = visit();
    var reading = page.locator("#entry-6");
    reading.evaluate("entry => entry.scrollIntoView()");
    double before = top(page, 6);
    assertThat(button(page)).isEqualTo("");
    add("أُغلق الجسر.");
    add("فُتحت مدرسة للعائلات.");
    page.clock().runFor(25_000);
    page.locator("#live .unread button:not([hidden])").waitFor();
    assertThat(button(page)).isEqualTo("تحديثان جديدان");
    assertThat(page.locator("#entry-14").count()).isZero();
    // Playwright scrolls to what it clicks by itself.
    page.locator("#live .unread button").evaluate("button => button.click()");
    page.locator("#entry-14").waitFor();
    assertThat(page.locator("#live .entries > :first-child").getAttribute("id"))
        .isEqualTo("entry-14");
    assertThat(top(page, 6)).isBetween(before - 2, before + 2);
    assertThat(button(page)).isEqualTo("");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("entry-14");
    assertThat(complaints).isEmpty();
  }

  @Test
  void whoOpenedItBeforeTheFirstEntryIsToldOfIt() {
    var page = visitBeforeTheFirstEntry();
    page.evaluate("scrollTo(0, 150)");
    double before = top(page, "#live");
    add("فُتح السد.");
    askFor(page, "تحديث جديد");
    assertThat(page.locator("#live .none").isVisible()).isFalse();
    assertThat(top(page, "#live")).isBetween(before - 2, before + 2);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aFirstEntryThatIsPinnedEndsTheWaitToo() {
    var page = visitBeforeTheFirstEntry();
    var pinned = object().put("bodyHtml", "<p>الخلاصة حتى الآن.</p>").put("pinned", true);
    assertThat(post("/api/articles/" + article + "/entries", pinned).status()).isEqualTo(201);
    askFor(page, "تحديث جديد");
    assertThat(page.locator("#live .pinned #entry-1").isVisible()).isTrue();
    assertThat(page.locator("#live .none").isVisible()).isFalse();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aClickIntoTheCoverageLeavesTheTextAsLargeAsItIs() {
    var page = visit();
    page.locator("#entry-1").click();
    assertThat(page.evaluate("document.documentElement.style.getPropertyValue('--size')"))
        .isEqualTo("");
  }

  @Test
  void aPageThatNobodySeesAsksForNothing() {
    var page = visit();
    page.evaluate(
        "Object.defineProperty(document, 'hidden', {value: true, configurable: true});"
            + "document.dispatchEvent(new Event('visibilitychange'))");
    page.clock().runFor(120_000);
    assertThat(asked).isEmpty();
    page.evaluate("delete document.hidden; document.dispatchEvent(new Event('visibilitychange'))");
    page.waitForResponse("**/live.json", () -> page.clock().runFor(10_000));
    assertThat(asked).hasSize(1);
  }

  @Test
  void itAsksNoMoreOnceTheCoverageHasEnded() {
    var page = visit();
    put("/api/articles/" + article, "\"1\"", coverage().put("coverage", "ended"));
    page.waitForResponse("**/live.json", () -> page.clock().runFor(25_000));
    page.waitForTimeout(300);
    asked.clear();
    page.clock().runFor(120_000);
    assertThat(asked).isEmpty();
    page.reload();
    assertThat(page.locator("#live").textContent()).contains("انتهت هذه التغطية");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aLinkToAnEntryFindsItOnAPageOfOlderOnes() {
    for (int n = 2; n <= 51; n++) {
      add("خبر " + n);
    }
    var page = visit();
    page.navigate(Newspaper.uri(address).toString() + "?x#entry-");
    assertThat(page.url()).endsWith("?x#entry-");
    page.navigate(Newspaper.uri(address).toString() + "?y#entry-7");
    page.waitForURL("**/entries/1/#entry-7");
    assertThat(page.locator("#entry-7").textContent()).contains("خبر 7");
  }

  @Test
  void pagesAreValidAndReadableByAll() {
    for (int n = 2; n <= 51; n++) {
      add("خبر " + n);
    }
    put(
        "/api/articles/" + article + "/entries/51",
        "\"1\"",
        object().put("bodyHtml", "<p>الخلاصة.</p>").put("pinned", true));
    for (var path : List.of(address, address + "entries/1/")) {
      assertThat(HtmlChecker.faults(get(path).text())).as(path).isEmpty();
      for (var look : Look.of(320, 390, 1280)) {
        var context = browser.newContext(look.options());
        var page = context.newPage();
        page.navigate(Newspaper.uri(path).toString());
        page.evaluate(
            "document.querySelectorAll('.unread button').forEach(button => { button.hidden = false; button.textContent = '3' })");
        Chromium.assertAccessible(page, path + " " + look);
        context.close();
      }
    }
  }

  @Test
  void itIsPrintedWithItsEntries() {
    for (int n = 2; n <= 51; n++) {
      add("خبر " + n);
    }
    var page = browser.newContext().newPage();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.navigate(Newspaper.uri(address).toString());
    page.evaluate("document.querySelector('.unread button').hidden = false");
    assertThat(page.locator("#entry-51").isVisible()).isTrue();
    assertThat(page.locator(".unread button").isVisible()).isFalse();
    page.navigate(Newspaper.uri(address + "entries/1/").toString());
    assertThat(page.locator("#entry-1").isVisible()).isTrue();
    page.close();
  }

  @Test
  void withoutScriptItIsAPlainPage() {
    var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = context.newPage();
    page.navigate(Newspaper.uri(address).toString());
    assertThat(page.locator("#entry-1").isVisible()).isTrue();
    assertThat(page.locator("#live .unread button").isVisible()).isFalse();
    context.close();
  }

  private static ObjectNode coverage() {
    return article().put("headline", "الفيضان أولا بأول").put("kind", "live");
  }

  private void add(String text) {
    var entry = object().put("bodyHtml", "<p>" + text + "</p>");
    assertThat(post("/api/articles/" + article + "/entries", entry).status()).isEqualTo(201);
  }

  private static String button(Page page) {
    var button = page.locator("#live .unread button");
    return button.isVisible() ? button.textContent() : "";
  }

  private static double top(Page page, int number) {
    return top(page, "#entry-" + number);
  }

  private static double top(Page page, String element) {
    var top = page.locator(element).evaluate("e => e.getBoundingClientRect().top");
    return ((Number) top).doubleValue();
  }

  private Page visitBeforeTheFirstEntry() {
    var receipt = publish(coverage());
    article = id(receipt);
    address = url(receipt);
    var page = visit();
    assertThat(page.locator("#live .none").isVisible()).isTrue();
    return page;
  }

  /// Waits until the page offers what is new, and has it shown with entry 1.
  private static void askFor(Page page, String offer) {
    page.clock().runFor(25_000);
    page.locator("#live .unread button:not([hidden])").waitFor();
    assertThat(button(page)).isEqualTo(offer);
    // Playwright scrolls to what it clicks by itself.
    page.locator("#live .unread button").evaluate("button => button.click()");
    page.locator("#entry-1").waitFor();
  }

  /// A page on which time passes only when the test says so.
  private Page visit() {
    var page = browser.newContext().newPage();
    Chromium.listen(page, complaints);
    page.onRequest(request -> {
      if (request.url().endsWith("/live.json")) {
        asked.add(request.url());
      }
    });
    page.clock().install();
    page.navigate(Newspaper.uri(address).toString());
    return page;
  }
}
