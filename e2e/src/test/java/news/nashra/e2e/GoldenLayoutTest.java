package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What [LayoutTest] measures in Arabic is so in each language.
class GoldenLayoutTest extends BrowserTest {
  private static final int SMALLEST = 320;

  static Stream<GoldenPage> pages() throws IOException {
    return GoldenPage.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void aPageFitsTheSmallestPhone(GoldenPage golden) throws IOException {
    var window = new Browser.NewContextOptions().setViewportSize(SMALLEST, 740).setHasTouch(true);
    try (var context = browser.newContext(window)) {
      var page = context.newPage();
      page.addInitScript(LayoutTest.script());
      golden.open(page);
      assertThat(page.evaluate("layout.sideways()")).isEqualTo(List.of());
      assertThat(page.evaluate("layout.broken('table.month th')")).isEqualTo(List.of());
    }
  }
}
