package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The Chromium of this machine, and what tests look for in its pages.
final class Chromium {
  private Chromium() {}

  static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(path())
                .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  static Path path() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("install Chromium for mvn verify -Pbrowser"));
  }

  /// Asserts that axe finds nothing wrong with a page, and that it is not wider than its window. A
  /// frame in which no script may run is left out: axe would wait for it for ever.
  ///
  /// @param where which page it is, and how it is shown
  static void assertAccessible(Page page, String where) {
    var findings = new AxeBuilder(page).exclude("iframe[sandbox]").analyze().getViolations();
    assertThat(findings.stream().map(f -> f.getId() + ": " + f.getNodes()).toList())
        .as(where)
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(where + " is not wider than its window")
        .isEqualTo(true);
  }

  /// Waits until an expression is true on a page. Playwright's own `waitForFunction` looks again
  /// with `eval`, which the pages' Content-Security-Policy forbids: it fails unless the first look
  /// finds it true.
  static void await(Page page, String expression) {
    page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(expression)));
  }

  /// Adds to `errors` those that a page writes on its console, with where they came from, or does
  /// not catch, from now on.
  static void listen(Page page, List<String> errors) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text() + " " + message.location());
      }
    });
    page.onPageError(errors::add);
  }
}
