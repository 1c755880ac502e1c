package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The text of an article, written, pasted and corrected at the desk.
class DeskTextTest extends BrowserTest {
  private static final String EDITOR = "rich-text .ProseMirror";
  private static final String HEADLINE = "حقول القمح تعود إلى الوادي بعد الجفاف";

  /// Sets the text of the editor without a trace of the one before.
  private static final String SET =
      "html => { const t = document.querySelector('rich-text'); t.value = html; return [t.value, t.unheld.length]; }";

  /// Pastes `html`, and answers the text when it is `wanted`, or what it is after three seconds.
  private static final String PASTE =
      """
      async ([html, wanted]) => {
        const text = document.querySelector("rich-text");
        const plain = () => text.value.replaceAll(' rel="noopener"', "");
        text.value = "";
        text.focus();
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/html", html);
        clipboardData.setData("text/plain", "x");
        document.querySelector(".ProseMirror")
            .dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
        for (let i = 0; i < 300 && plain() !== wanted; i++) await new Promise((done) => setTimeout(done, 10));
        return plain();
      }
      """;

  private String address;

  @BeforeAll
  void publishSome() {
    address = url(publish(article().put("headline", HEADLINE)));
  }

  @Test
  void whatIsReadAndNotEditedComesBackToTheLetter() {
    try (var desk = open()) {
      bodies()
          .forEach((pasted, printed) ->
              assertThat(desk.page().evaluate(SET, printed)).isEqualTo(List.of(printed, 0)));
    }
  }

  @Test
  void whatIsPastedBecomesWhatThePressPrints() {
    try (var desk = open()) {
      bodies()
          .forEach((pasted, printed) -> {
            var wanted = printed.replace(" rel=\"noopener\"", "");
            assertThat(desk.page().evaluate(PASTE, List.of(pasted, wanted)))
                .as(pasted)
                .isEqualTo(wanted);
          });
      // The pictures of the cases are in no library.
      assertThat(desk.errors()).allMatch(error -> error.contains("404 (Not Found)"));
    }
  }

  @Test
  void aPasteAndItsCleaningAreOneStepOfUndoAndWhatIsLostIsSaid() {
    try (var desk = open()) {
      var page = desk.page();
      page.evaluate(PASTE, List.of("<p>باق <del>محذوف</del></p>", "<p>باق</p>"));
      assertThat(page.locator(".notice")).containsText("نص محذوف أو مشطوب");
      page.keyboard().press("Control+z");
      assertThat(value(page)).isEmpty();
      page.keyboard().press("Control+Shift+z");
      assertThat(value(page)).isEqualTo("<p>باق</p>");
    }
  }

  /// The script that tells what was lost may have come before the network went, or not.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withoutTheNetworkWhatIsPastedStaysAsTheBrowserReadsIt(boolean hasCome) {
    try (var desk = open()) {
      if (hasCome) {
        desk.page().waitForResponse("**/cleaned-*.js", () -> desk.page().reload());
        desk.page().waitForSelector(EDITOR);
        desk.setOffline(true);
      } else {
        desk.page().route("**/cleaned-*.js", Route::abort);
        desk.page().reload();
        desk.page().waitForSelector(EDITOR);
      }
      var text = "<p>بلا <strong>شبكة</strong></p>";
      assertThat(desk.page().evaluate(PASTE, List.of(text, text))).isEqualTo(text);
      assertThat(desk.page().locator(".notice")).containsText("دون تنظيف");
    }
  }

  @Test
  void theSignsOfWhatsAppAreReadWhenThePersonSaysSo() {
    try (var desk = open()) {
      var page = desk.page();
      focus(page);
      page.evaluate(
          """
          () => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", "*عاجل* وصل الوفد\\nإلى _صيدا_");
            document.querySelector(".ProseMirror")
                .dispatchEvent(new ClipboardEvent("paste", {clipboardData, bubbles: true, cancelable: true}));
          }
          """);
      var pasted = "<p>*عاجل* وصل الوفد</p><p>إلى _صيدا_</p>";
      assertThat(page.locator(".text-popover")).containsText("WhatsApp");
      assertThat(value(page).replace("\n", "")).isEqualTo(pasted);
      Chromium.assertAccessible(page, "signs of WhatsApp");
      page.keyboard().press("Alt+Enter");
      assertThat(value(page).replace("\n", ""))
          .isEqualTo("<p><strong>عاجل</strong> وصل الوفد</p><p>إلى <em>صيدا</em></p>");
      assertThat(page.locator(".text-popover")).hasCount(0);
      page.keyboard().press("Control+z");
      assertThat(value(page).replace("\n", "")).isEqualTo(pasted);
    }
  }

  @Test
  void aTextIsWrittenByKeysAlone() {
    try (var desk = open()) {
      var page = desk.page();
      var keyboard = page.keyboard();
      focus(page);
      keyboard.type("## عنوان");
      keyboard.press("Enter");
      keyboard.type("قال ");
      // The key of B, on an Arabic keyboard.
      page.dispatchEvent(
          EDITOR,
          "keydown",
          Map.of("key", "لا", "code", "KeyB", "keyCode", 66, "ctrlKey", true, "cancelable", true));
      keyboard.type("الوزير");
      keyboard.press("Control+b");
      keyboard.type(":");
      keyboard.press("Enter");
      keyboard.type("> نعم");
      keyboard.press("Enter");
      keyboard.press("Enter");
      keyboard.type("- أول");
      keyboard.press("Enter");
      keyboard.type("ثان");
      keyboard.press("Tab");
      assertThat(value(page))
          .isEqualTo(
              "<h2>عنوان</h2><p>قال <strong>الوزير</strong>:</p><blockquote><p>نعم</p></blockquote>"
                  + "<ul><li>أول<ul><li>ثان</li></ul></li></ul>");
      keyboard.press("Alt+F10");
      keyboard.press("End");
      keyboard.press("Enter");
      assertThat(value(page)).endsWith("<li dir=\"ltr\">ثان</li></ul></li></ul>");
      assertThat(page.locator(EDITOR)).isFocused();
      for (int i = 0; i < 40; i++) {
        keyboard.press("Control+z");
      }
      assertThat(value(page)).isEmpty();
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aTableIsMadeAndFilled() {
    try (var desk = open()) {
      var page = desk.page();
      focus(page);
      tool(page, "table");
      page.keyboard().type("السنة");
      page.keyboard().press("Tab");
      page.keyboard().type("الركاب");
      tool(page, "columnAfter");
      tool(page, "deleteColumn");
      tool(page, "deleteRow");
      tool(page, "caption");
      page.keyboard().type("حركة القطارات");
      page.keyboard().press("Enter");
      page.keyboard().type("2026");
      assertThat(value(page))
          .isEqualTo(
              "<table><caption>حركة القطارات</caption><tbody><tr><td>2026</td><td></td><td></td></tr>"
                  + "<tr><td></td><td></td><td></td></tr></tbody></table>");
      tool(page, "remove");
      assertThat(value(page)).isEmpty();
    }
  }

  @Test
  void aLinkLeadsToAnArticleThatIsFound() {
    try (var desk = open()) {
      var page = desk.page();
      focus(page);
      page.keyboard().type("اقرأ ");
      page.keyboard().press("Control+k");
      page.locator("text-dialog [name=q]").fill("القمح الوادي");
      page.locator(".text-found button").first().click();
      assertThat(page.locator("text-dialog [name=href]")).hasValue(address);
      Chromium.assertAccessible(page, "a link");
      page.keyboard().press("Enter");
      assertThat(page.locator(EDITOR)).isFocused();
      assertThat(value(page))
          .isEqualTo("<p>اقرأ <a href=\"" + address + "\">" + HEADLINE + "</a></p>");
    }
  }

  @Test
  void picturesAreChosenByWhoeverListens() {
    try (var desk = open()) {
      var page = desk.page();
      page.evaluate(
          """
          () => document.querySelector("rich-text").addEventListener("pick-pictures", (event) => {
            event.stopPropagation();
            event.detail.done([{mediaId: "01KJ4Z6V8G0000000000000001", alt: "سنابل", caption: "عند الفجر"}]);
          })
          """);
      focus(page);
      tool(page, "picture");
      assertThat(value(page))
          .isEqualTo(
              "<figure><img data-media=\"01KJ4Z6V8G0000000000000001\" alt=\"سنابل\"><figcaption>عند الفجر</figcaption></figure>");
      tool(page, "describe");
      page.locator("text-dialog [name=alt]").fill("سنابل قمح");
      page.keyboard().press("Enter");
      assertThat(value(page)).contains("alt=\"سنابل قمح\"");
    }
  }

  @Test
  void aFindingIsCorrectedByOneKey() {
    try (var desk = open()) {
      var page = desk.page();
      focus(page);
      page.keyboard().type("سافر الفريق & الى الشمال");
      page.evaluate(
          """
          async () => {
            const text = document.querySelector("rich-text");
            const bodyHtml = text.value;
            const {body} = await text.desk.api.post("/api/articles/check", {bodyHtml});
            text.setFindings(body.findings, bodyHtml);
          }
          """);
      page.keyboard().press("Home");
      page.keyboard().type("أمس ");
      page.keyboard().press("F8");
      assertThat(page.locator(".text-popover")).containsText("إلى");
      Chromium.assertAccessible(page, "a finding");
      page.keyboard().press("Alt+Enter");
      assertThat(value(page)).isEqualTo("<p>أمس سافر الفريق &amp; إلى الشمال</p>");
      assertThat(page.locator(".text-finding")).hasCount(0);
    }
  }

  @Test
  void whatTheEditorDoesNotKnowStaysAndIsSaid() {
    try (var desk = open()) {
      var html = "<p>قبل</p><video src=\"/x\"></video><p>بعد</p>";
      assertThat(desk.page().evaluate(SET, html)).isEqualTo(List.of(html, 1));
      assertThat(desk.page().locator(".text-note")).isVisible();
    }
  }

  @ParameterizedTest
  @CsvSource({"320, LIGHT", "390, DARK", "1280, LIGHT"})
  void theEditorIsAccessible(int width, ColorScheme scheme) {
    var options = new Look(width, scheme).options();
    try (var desk = Desk.open(browser, options, "editor", "#/write/new")) {
      var page = desk.page();
      page.waitForSelector(EDITOR);
      page.evaluate(
          SET,
          bodies().values().stream()
              .filter(body -> body.contains("<td>") || body.contains("<figure"))
              .collect(Collectors.joining()));
      page.locator(EDITOR + " td").first().click();
      Chromium.assertAccessible(page, "a table at " + width);
    }
  }

  /// Half of the keys, because a busy machine paints late.
  @Test
  void aLongTextIsTypedInWithoutDelay() {
    try (var desk = open()) {
      var page = desk.page();
      page.evaluate(SET, ("<p>" + "كلمة من النص ".repeat(20).strip() + "</p>").repeat(84));
      var milliseconds =
          page.evaluate(
              """
              () => {
                const {view} = document.querySelector("rich-text");
                const times = Array.from({length: 99}, () => {
                  const start = performance.now();
                  view.dispatch(view.state.tr.insertText("ا", 500));
                  view.dom.getBoundingClientRect();
                  return performance.now() - start;
                });
                return times.sort((a, b) => a - b)[49];
              }
              """);
      assertThat(((Number) milliseconds).doubleValue()).isLessThan(16);
    }
  }

  private Desk open() {
    var desk = Desk.open(browser, "editor", "#/write/new");
    desk.page().waitForSelector(EDITOR);
    return desk;
  }

  /// As a person does, who is slower than the editor: 20 ms after the focus it sets the selection.
  private static void focus(Page page) {
    page.focus(EDITOR);
    page.waitForSelector(EDITOR + ".ProseMirror-focused");
    page.waitForTimeout(100);
  }

  private static void tool(Page page, String name) {
    page.locator("[data-tool=" + name + "]").click();
  }

  private static String value(Page page) {
    return (String) page.evaluate("document.querySelector('rich-text').value");
  }

  /// What is printed by what is pasted, as the tests of the cleaner have it.
  private static Map<String, String> bodies() {
    try (var files =
        Files.list(Newspaper.HOME.resolve("functions/articles/src/test/resources/bodies"))) {
      var bodies = new LinkedHashMap<String, String>();
      for (var file : files.sorted().toList()) {
        Arrays.stream(("\n" + Files.readString(file)).split("\n= ", -1))
            .skip(1)
            .forEach(part -> {
              var halves = part.split("\n->", 2);
              bodies.put(halves[0].substring(halves[0].indexOf('\n') + 1), printed(halves[1]));
            });
      }
      return bodies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String printed(String lines) {
    return Stream.of(lines.split("\n"))
        .filter(line -> !line.startsWith("cleaned: ") && !line.startsWith("#"))
        .map(String::strip)
        .collect(Collectors.joining())
        .replace('⏎', '\n');
  }
}
