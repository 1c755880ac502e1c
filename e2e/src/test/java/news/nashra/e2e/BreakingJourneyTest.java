package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Breaking news as readers see it, in Chromium.
class BreakingJourneyTest extends BrowserTest {
  private static final String FRAGMENT = "**/fragments/latest.html";
  private static final String TEXT = "انقطاع الكهرباء عن ثلاث مدن في الجنوب بعد عاصفة";

  private String news = "";
  private String newsId = "";
  private String address = "";

  @BeforeAll
  void publishSome() {
    address = url(publish(article().put("headline", "خبر يقرؤه الناس")));
    var receipt = publish(article().put("headline", "عاصفة في الجنوب"));
    news = url(receipt);
    newsId = id(receipt);
    Newspaper.stack().settle();
  }

  @BeforeEach
  void write() {
    assertThat(BreakingTest.write(TEXT, newsId).status()).isEqualTo(200);
  }

  @AfterEach
  void end() {
    BreakingTest.end();
  }

  @Test
  void everyPageShowsItAndAsksForItOnceAtMost() {
    for (var path :
        List.of("/", "/society/", address, address.substring(0, 12), "/terms/", "/no")) {
      var page = browser.newPage();
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.navigate(uri(path));
      page.locator(".breaking a").waitFor();
      assertThat(page.locator(".breaking").textContent()).as(path).isEqualTo("عاجل " + TEXT);
      boolean front = path.equals("/") || path.equals("/society/");
      assertThat(asked.stream().filter(url -> url.contains("/fragments/")).count())
          .as(path)
          .isEqualTo(front ? 0 : 1);
      page.close();
    }
  }

  @Test
  void aFrontShowsItWithoutScripts() {
    var context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    var page = context.newPage();
    page.navigate(uri("/"));
    assertThat(page.locator(".breaking").isVisible()).isTrue();
    page.locator(".breaking a").click();
    assertThat(page.url()).isEqualTo(uri(news));
    context.close();
  }

  @Test
  void aPageThatIsOpenShowsItWhenItsReaderComesBack() {
    BreakingTest.end();
    var page = browser.newPage();
    var asked = new ArrayList<String>();
    page.onRequest(request -> asked.add(request.url()));
    page.clock().install();
    page.navigate(uri(address));
    page.locator("#latest ol").waitFor();
    assertThat(page.locator(".breaking").textContent()).isEmpty();
    write();
    comeBack(page);
    assertThat(page.locator(".breaking").textContent()).isEmpty();
    page.clock().fastForward(61_000);
    comeBack(page);
    page.locator(".breaking a").waitFor();
    BreakingTest.end();
    page.clock().fastForward(61_000);
    comeBack(page);
    Chromium.await(page, "!document.querySelector('.breaking').hasChildNodes()");
    assertThat(asked.stream().filter(url -> url.contains("/fragments/")))
        .as("at first, and after each minute")
        .hasSize(3);
    page.close();
  }

  /// The fragment is one that a cache has kept, and is kept for good.
  @Test
  void anOldCopyOfItEndsAtItsInstant() {
    var page = browser.newPage();
    var until = Instant.now().plus(Duration.ofMinutes(20));
    page.route(FRAGMENT, route -> route.fulfill(copy(until)));
    page.clock().install();
    page.navigate(uri(address));
    page.locator(".breaking span").waitFor();
    page.clock().fastForward(Duration.ofMinutes(19).toMillis());
    assertThat(page.locator(".breaking").textContent()).isEqualTo("عاجل نبأ قديم");
    page.clock().fastForward(Duration.ofMinutes(2).toMillis());
    assertThat(page.locator(".breaking").textContent()).isEmpty();
    page.reload();
    page.locator("#latest ol").waitFor();
    assertThat(page.locator(".breaking").textContent()).isEmpty();
    page.close();
  }

  @Test
  void anOldCopyOfAFrontEndsIt() {
    var page = browser.newPage();
    page.clock().install();
    page.clock().fastForward(Duration.ofMinutes(61).toMillis());
    page.navigate(uri("/"));
    Chromium.await(page, "!document.querySelector('.breaking').hasChildNodes()");
    page.close();
  }

  @Test
  void nothingMovesWhenItAppearsAndWhenItEnds() {
    for (int width : List.of(390, 1280)) {
      for (var path : List.of("/", address, "/terms/", "/no")) {
        BreakingTest.end();
        var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 700));
        page.clock().install();
        page.navigate(uri(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.evaluate(COUNT_SHIFTS);
        write();
        if (path.equals("/")) {
          page.evaluate(
              "document.querySelector('.breaking').append(document.createElement('p'), 'نبأ')");
        } else {
          page.clock().fastForward(61_000);
          comeBack(page);
        }
        page.locator(".breaking:not(:empty)").waitFor();
        page.waitForTimeout(200);
        page.evaluate("document.querySelector('.breaking').replaceChildren()");
        page.waitForTimeout(200);
        assertThat(page.evaluate("shifts")).as(path + " " + width).isEqualTo(0);
        page.close();
      }
    }
  }

  @Test
  void itIsSeenReachedByKeyboardAndNotPrinted() {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : List.of(390, 1280)) {
        var context =
            browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 700));
        var page = context.newPage();
        page.navigate(uri(address));
        page.locator(".breaking a").waitFor();
        Chromium.assertAccessible(page, scheme + " " + width);
        var box = page.locator(".breaking").boundingBox();
        assertThat(box.y + box.height).as("at the foot of the window").isEqualTo(700);
        page.locator("footer a").last().focus();
        var focused = page.locator("footer a").last().boundingBox();
        var strip = page.locator(".breaking").boundingBox();
        assertThat(focused.y + focused.height).isLessThanOrEqualTo(strip.y);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.getAttribute('href')")).isEqualTo(news);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".breaking").isVisible()).isFalse();
        context.close();
      }
    }
  }

  private static final String COUNT_SHIFTS =
      """
      () => {
        globalThis.shifts = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (shifts += entry.value)))
          .observe({ type: "layout-shift" });
      }
      """;

  /// The page of the latest news with breaking news of its own.
  private static Route.FulfillOptions copy(Instant until) {
    var page = Newspaper.get("/fragments/latest.html").text();
    var strip =
        "<div class=breaking><p data-until=%s><strong>عاجل</strong> <span>نبأ قديم</span></p></div>"
            .formatted(until);
    return new Route.FulfillOptions()
        .setContentType("text/html; charset=utf-8")
        .setBody(page.replaceAll("(?s)<div class=\"breaking\".*</div>", strip));
  }

  /// What the browser tells a page whose tab its reader opens again.
  private static void comeBack(Page page) {
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
  }

  private static String uri(String path) {
    return Newspaper.uri(path).toString();
  }
}
