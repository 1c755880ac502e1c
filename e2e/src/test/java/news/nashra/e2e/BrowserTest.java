package news.nashra.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

/// Tests that share one Chromium, from the first of their class to the last.
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {
  private final Playwright playwright = Playwright.create();
  final Browser browser = Chromium.launch(playwright);

  /// A page that stays open goes on asking, into what the next test counts.
  @AfterEach
  void closePages() {
    browser.contexts().forEach(BrowserContext::close);
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
    playwright.close();
  }
}
