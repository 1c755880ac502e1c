package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Facts of the layout that a reader would miss if they were not so, measured in Chromium with the
/// words that are hardest to fit.
class LayoutTest extends BrowserTest {
  private static final int PHONE = 360;
  private static final int PHONE_HEIGHT = 740;
  private static final int DESKTOP = 1280;

  private static final int MOST_HEADER = 110;
  private static final int MOST_SECTION = 12_500;

  /// [WCAG 2.5.5](https://www.w3.org/WAI/WCAG22/Understanding/target-size-enhanced.html), and for
  /// headlines, which are text,
  /// [2.5.8](https://www.w3.org/WAI/WCAG22/Understanding/target-size-minimum.html).
  private static final int LEAST_CONTROL = 44;

  private static final int LEAST_HEADLINE = 24;

  private final WorstPages pages = WorstPages.publishAll();

  @AfterAll
  void leave() {
    WorstPages.leave();
  }

  @ParameterizedTest
  @CsvSource({"320, 740", "360, 740", "768, 1024", "1280, 800"})
  void noPageScrollsSideways(int width, int height) {
    assertThat(onEach(width, height, "layout.sideways()")).isEqualTo(Map.of());
  }

  @Test
  void controlsAreHighEnoughForAFinger() {
    var expression = "layout.low(%d, %d)".formatted(LEAST_CONTROL, LEAST_HEADLINE);
    assertThat(onEach(PHONE, PHONE_HEIGHT, expression)).isEqualTo(Map.of());
  }

  @Test
  void anArticleWithoutPictureBeginsOnTheFirstScreen() {
    assertThat(number("article", PHONE, PHONE_HEIGHT, "layout.firstLineEnd()"))
        .isBetween(1, PHONE_HEIGHT);
  }

  @Test
  void headlineAndPictureAreOnTheFirstScreen() {
    for (var selector : List.of("article h1", "article figure.lead img")) {
      assertThat(
              number("article with picture", PHONE, PHONE_HEIGHT, "layout.end('" + selector + "')"))
          .as("where " + selector + " ends")
          .isBetween(1, PHONE_HEIGHT);
    }
  }

  @Test
  void theHeaderLeavesThePhoneToTheNews() {
    for (var name : List.of("home", "section", "article", "not found")) {
      assertThat(number(name, PHONE, PHONE_HEIGHT, "layout.end('body > header')"))
          .as(name)
          .isBetween(1, MOST_HEADER);
    }
  }

  @Test
  void aSectionOfSixtyIsNotEndless() {
    assertThat(
            number(
                "section of 60",
                PHONE,
                PHONE_HEIGHT,
                "document.querySelectorAll('main li').length"))
        .isGreaterThanOrEqualTo(60);
    assertThat(number("section of 60", PHONE, PHONE_HEIGHT, "layout.pageHeight()"))
        .isBetween(1, MOST_SECTION);
  }

  @Test
  void noStoryIsOnTheHomepageTwice() {
    assertThat(number("home", PHONE, PHONE_HEIGHT, "document.querySelectorAll('main li').length"))
        .isGreaterThan(10);
    assertThat(measured("home", PHONE, PHONE_HEIGHT, "layout.twice()")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({"article", "article in English"})
  void aLineHasSixtyToSeventyFiveCharacters(String name) {
    var characters = ((Number) measured(name, DESKTOP, 800, "layout.measure()")).doubleValue();
    assertThat(characters).isBetween(60.0, 75.0);
  }

  @ParameterizedTest
  @CsvSource({"320", "360", "1280"})
  void theNameOfADayIsWhole(int width) {
    assertThat(
            number(
                "month", width, PHONE_HEIGHT, "document.querySelectorAll('table.month th').length"))
        .isEqualTo(7);
    assertThat(measured("month", width, PHONE_HEIGHT, "layout.broken('table.month th')"))
        .isEqualTo(List.of());
  }

  private int number(String name, int width, int height, String expression) {
    return ((Number) measured(name, width, height, expression)).intValue();
  }

  private Object measured(String name, int width, int height, String expression) {
    try (var context = browser.newContext(size(width, height))) {
      var page = context.newPage();
      page.addInitScript(script());
      open(page, name);
      return page.evaluate(expression);
    }
  }

  /// What is found on each page, by its name, without the pages on which nothing is found.
  private Map<String, Object> onEach(int width, int height, String expression) {
    var found = new TreeMap<String, Object>();
    try (var context = browser.newContext(size(width, height))) {
      var page = context.newPage();
      page.addInitScript(script());
      var names = new ArrayList<>(pages.paths().keySet());
      names.addAll(pages.documents().keySet());
      for (var name : names) {
        open(page, name);
        var list = (List<?>) page.evaluate(expression);
        if (!list.isEmpty()) {
          found.put(name, list);
        }
      }
    }
    return found;
  }

  private void open(Page page, String name) {
    var document = pages.documents().get(name);
    var address =
        Newspaper.uri(
                document == null
                    ? Objects.requireNonNull(pages.paths().get(name))
                    : "/answer/" + name.replace(' ', '-'))
            .toString();
    if (document != null) {
      page.route(
          address,
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html; charset=utf-8")
                      .setBody(document)));
    }
    page.navigate(address);
    assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
  }

  private static Browser.NewContextOptions size(int width, int height) {
    return new Browser.NewContextOptions().setViewportSize(width, height).setHasTouch(width < 700);
  }

  /// The measures, `globalThis.layout`.
  static String script() {
    try {
      return Files.readString(Path.of("src/test/resources/layout.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
