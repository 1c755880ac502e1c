package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What readers do, in Chromium.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
  private final Playwright playwright = Playwright.create();
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(chromium())
                  .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  private final List<String> complaints = new ArrayList<>();
  private String address = "";

  @BeforeAll
  void publishFromTheNewsroom() {
    var receipt =
        publish(
            article()
                .put("headline", "قطار الليل يعود إلى الجنوب بعد عشر سنوات")
                .put("section", "society")
                .put("city", "مراكش")
                .put("source", "نشرة")
                .put(
                    "bodyHtml",
                    "<p>وصل أول قطار.</p><h2>بالأرقام</h2><table><tr><th>السنة</th><th>الركاب</th></tr><tr><td>2026</td><td>1,200</td></tr></table>"));
    assertThat(receipt.status()).isEqualTo(201);
    address = url(receipt);
  }

  @AfterAll
  void close() {
    browser.close();
    playwright.close();
  }

  @Test
  void fromTheNewsroomToTheHomepageToAComment() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    assertThat(page.locator("h1").textContent()).contains("قطار الليل");
    Newspaper.stack().settle();
    Newspaper.stack().fireSchedules();
    page.navigate(Newspaper.uri("/").toString());
    page.getByText("قطار الليل يعود إلى الجنوب بعد عشر سنوات").first().click();
    page.waitForURL("**" + address);
    page.locator("#latest ol").waitFor();
    assertThat(page.locator("#latest ol a[href='" + address + "']").count()).isZero();
    comment(page, "تعليق من متصفح فيه جافاسكربت 👨‍👩‍👧‍👦");
    assertThat(page.locator("#comment-reference").textContent()).matches("[\\w-]{40,}");
    assertThat(page.locator("#comment-received").isVisible()).isTrue();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theFormWorksWithoutScript() {
    var page = reader(false);
    page.navigate(Newspaper.uri(address).toString());
    comment(page, "تعليق من متصفح بلا جافاسكربت");
    assertThat(page.locator("#comment-received").isVisible()).isTrue();
    assertThat(page.url()).contains("?comment=");
  }

  @Test
  void theCounterCountsAsTheServerDoes() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    var family = "👨‍👩‍👧‍👦";
    page.locator("#comment-title").fill(family.repeat(120));
    assertThat(page.locator("#comment-title-left").textContent()).isEqualTo("الأحرف المتبقية: 0");
    page.locator("#comment-title").fill(family.repeat(121));
    assertThat(page.locator("#comment-title-left").textContent()).isEqualTo("الأحرف المتبقية: -1");
    assertThat(page.locator("#comment-title").evaluate("field => field.validity.customError"))
        .isEqualTo(true);
  }

  @Test
  void everyKindOfPageIsAccessible() {
    Newspaper.stack().settle();
    for (var path :
        List.of("/", "/society/", address, "/terms/", "/404.html", "/fragments/latest.html")) {
      for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : List.of(360, 1280)) {
          var context =
              browser.newContext(
                  new Browser.NewContextOptions()
                      .setViewportSize(width, 800)
                      .setColorScheme(scheme));
          var page = context.newPage();
          page.navigate(Newspaper.uri(path).toString());
          var findings = new AxeBuilder(page).analyze().getViolations();
          assertThat(findings.stream().map(f -> f.getId() + ": " + f.getNodes()).toList())
              .as(path + " " + scheme + " " + width)
              .isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
              .as(path + " is not wider than " + width)
              .isEqualTo(true);
          context.close();
        }
      }
    }
  }

  private void comment(Page page, String text) {
    page.locator("#comment-name").fill("قارئة");
    page.locator("#comment-email").fill("reader@example.com");
    page.locator("#comment-title").fill("رأيي");
    page.locator("#comment-body").fill(text + " " + System.nanoTime());
    page.locator("#comment-terms").check();
    page.locator("#comment-form button").click();
    page.waitForURL("**/?comment=*");
  }

  private Page reader(boolean script) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    var page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(Newspaper.stack().uri().toString())) {
        complaints.add("a third party: " + request.url());
      }
    });
    return page;
  }

  private static Path chromium() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("install Chromium for mvn verify -Pbrowser"));
  }
}
