package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Desk.button;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.asEditor;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.json;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.post;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An editor at the desk: pictures, the front page, breaking news and live coverage.
class EditorsDeskJourneyTest extends BrowserTest {
  private static final String LEAD = "/api/homepage/lead";
  private static final double PATIENCE = 30_000;

  @AfterEach
  void clear() {
    lead();
    BreakingTest.end();
  }

  @Test
  void aPictureIsUploadedDescribedAndPutIntoAnEntry() {
    var coverage = coverage();
    try (var desk = Desk.open(browser, "editor", "#/live/" + coverage)) {
      var page = desk.page();
      write(page, "وصل أول مركب عند الفجر.");
      page.locator(".live-composer [data-tool=picture]").click();
      upload(page.locator("picture-dialog"), "ميناء.jpg", 1200, 800);
      var texts = page.locator("picture-texts");
      assertThat(texts).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
      Chromium.assertAccessible(page, "a picture to describe");
      button(page, "إدراج الصورة").click();
      assertThat(texts.getByLabel("وصف الصورة")).isFocused();
      page.keyboard().type("مراكب راسية في الميناء القديم");
      texts.getByRole(AriaRole.SLIDER).focus();
      page.keyboard().press("Shift+ArrowRight");
      assertThat(texts.getByRole(AriaRole.SLIDER)).hasAttribute("aria-valuenow", "60");
      button(page, "إدراج الصورة").click();
      assertThat(page.locator("picture-dialog")).hasCount(0);
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#entry-1 img")).hasAttribute("alt", "مراكب راسية في الميناء القديم");
      assertThat(entries(coverage).get(0).path("bodyHtml").asText())
          .contains("وصل أول مركب", "alt=\"مراكب راسية في الميناء القديم\"");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadIsRefusedInTheNewspapersWords() {
    try (var desk = Desk.open(browser, "editor", "#/pictures")) {
      var heic = new FilePayload("IMG_0001.HEIC", "", "x".getBytes(StandardCharsets.UTF_8));
      desk.page().locator("upload-list input").setInputFiles(heic);
      assertThat(desk.page().locator(".upload .wrong")).containsText("الصورة بصيغة HEIC");
      Chromium.assertAccessible(desk.page(), "a picture that was refused");
    }
  }

  @Test
  void theLibraryFindsAPictureByWhatItShows() {
    var picture = Photographs.ready(640, 400, Color.GREEN);
    var image = object().put("mediaId", picture).put("alt", "منارة فوق صخرة عالية");
    publish(article().put("headline", "ليل المنارات").set("image", image));
    try (var desk = Desk.open(browser, "editor", "#/pictures")) {
      var page = desk.page();
      assertThat(page.locator(".picture-cell").first()).isVisible();
      page.getByRole(AriaRole.SEARCHBOX).fill("صخرة مناره");
      assertThat(page.locator(".picture-cell")).hasCount(1);
      page.locator(".picture-cell").click();
      assertThat(page.locator("dialog[open]")).containsText("ليل المنارات");
      Chromium.assertAccessible(page, "a picture of the library");
    }
  }

  @Test
  void theFrontPageIsArrangedByButtonsKeysAndDrag() {
    var first = id(publish(article().put("headline", "الأول في الصدارة")));
    var second = id(publish(article().put("headline", "الثاني في الصدارة")));
    var third = id(publish(article().put("headline", "الثالث في الصدارة")));
    Newspaper.stack().settle();
    try (var desk = Desk.open(browser, "editor", "#/front")) {
      var page = desk.page();
      for (var headline : List.of("الأول في الصدارة", "الثاني في الصدارة", "الثالث في الصدارة")) {
        page.locator("lead-list").getByRole(AriaRole.SEARCHBOX).fill(headline);
        button(page, "أضف: \u2068" + headline + "\u2069").click();
      }
      page.locator("[data-id='" + third + "'] a").focus();
      page.keyboard().press("Alt+ArrowUp");
      assertThat(page.locator("[data-id='" + third + "'] a")).isFocused();
      assertThat(page.locator("lead-list .unseen[role=status]")).containsText("في المكان 2 من 3");
      page.locator("[data-id='" + first + "'] [data-do=down]").click();
      page.locator("[data-id='" + second + "']")
          .dragTo(
              page.locator("[data-id='" + third + "']"),
              new Locator.DragToOptions().setTargetPosition(40, 4));
      page.locator(".lead-save .main").click();
      assertThat(page.locator(".notice")).hasText("هذا الترتيب على الصفحة الأولى الآن.");
      assertThat(read(LEAD).json().path("articles"))
          .extracting(JsonNode::asText)
          .containsExactly(second, third, first);
      assertThat(get("/").text())
          .containsSubsequence("الثاني في الصدارة", "الثالث في الصدارة", "الأول في الصدارة");
      assertThat(page.frameLocator("page-frame iframe:not(.coming)").locator("h2, h3").first())
          .hasText("الثاني في الصدارة");
      assertThat(desk.errors().stream().filter(error -> !error.contains("404"))).isEmpty();
    }
  }

  @Test
  void whatAColleaguePutsAtTheHeadMeanwhileIsAskedAbout() {
    var mine = id(publish(article().put("headline", "ما اخترته أنا")));
    var theirs = id(publish(article().put("headline", "ما اختاره زميلي")));
    Newspaper.stack().settle();
    try (var desk = Desk.open(browser, "editor", "#/front")) {
      var page = desk.page();
      button(page, "أضف: \u2068ما اخترته أنا\u2069").click();
      assertThat(lead(theirs).status()).isEqualTo(200);
      page.locator(".lead-save .main").click();
      assertThat(page.locator(".lead-conflict")).containsText("ما اختاره زميلي");
      assertThat(read(LEAD).json().at("/articles/0").asText()).isEqualTo(theirs);
      Chromium.assertAccessible(page, "two orders of the lead");
      page.reload();
      assertThat(page.locator(".lead-headline")).hasText("ما اخترته أنا");
      button(page, "أبقِ ترتيبي وضعه مكان ترتيبه").click();
      assertThat(page.locator(".notice")).hasText("هذا الترتيب على الصفحة الأولى الآن.");
      assertThat(read(LEAD).json().at("/articles/0").asText()).isEqualTo(mine);
    }
  }

  @Test
  void breakingNewsIsAskedTwiceAndEnded() {
    try (var desk = Desk.open(browser, "editor", "#/front")) {
      var page = desk.page();
      page.getByLabel("النص", new Page.GetByLabelOptions().setExact(true))
          .fill("فيضان يغمر الجسر القديم");
      page.getByLabel("30 دقيقة").check();
      page.keyboard().press("Enter");
      page.reload();
      var text = page.locator("#breaking-text");
      assertThat(text).hasValue("فيضان يغمر الجسر القديم");
      text.press("Enter");
      assertThat(button(page, "لا، عد إلى النص")).isFocused();
      assertThat(get("/").text()).doesNotContain("فيضان يغمر الجسر القديم");
      Chromium.assertAccessible(page, "breaking news asked about");
      button(page, "نعم، انشره الآن").click();
      assertThat(page.locator(".breaking-now")).containsText("فيضان يغمر الجسر القديم");
      assertThat(text).hasValue("");
      assertThat(get("/").text()).contains("فيضان يغمر الجسر القديم");
      button(page, "إنهاؤه…").click();
      button(page, "نعم، أنهِه").click();
      assertThat(page.locator(".breaking-now")).hasCount(0);
      assertThat(get("/").text()).doesNotContain("فيضان يغمر الجسر القديم");
    }
  }

  @Test
  void anEntryWhoseAnswerWasLostIsKeptThroughACloseAndPostedOnce() {
    var coverage = coverage();
    try (var desk = Desk.open(browser, "editor", "#/live/" + coverage)) {
      var page = desk.page();
      page.route(
          "**/entries",
          route -> {
            if (route.request().method().equals("POST")) {
              route.fetch();
              route.abort();
            } else {
              route.resume();
            }
          });
      write(page, "خبر ضاع جوابه.");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("live-outbox")).containsText("خبر ضاع جوابه.");
      assertThat(page.locator("live-outbox")).containsText("محفوظ في هذا المتصفح");
      Chromium.assertAccessible(page, "an entry that waits");
      write(page, "نص لم يُرسل بعد");
      page.reload();
      assertThat(page.locator("live-outbox")).containsText("خبر ضاع جوابه.");
      assertThat(page.locator(".live-composer .ProseMirror")).containsText("نص لم يُرسل بعد");
      page.unroute("**/entries");
      button(page, "أرسله الآن").click();
      assertThat(page.locator("live-outbox")).hasCount(0);
      assertThat(page.locator("#entry-1 .live-text")).hasText("خبر ضاع جوابه.");
      assertThat(entries(coverage)).hasSize(1);
    }
  }

  @Test
  void twoEditorsReportTogetherCorrectPinAndTakeAway() {
    var coverage = coverage();
    try (var desk = Desk.open(browser, "editor", "#/live/" + coverage);
        var other = Desk.open(browser, "editor,moderator", "#/live/" + coverage)) {
      var page = desk.page();
      write(page, "وصل المركب الأول.");
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("#entry-1")).isVisible();
      assertThat(page.locator(".live-composer .ProseMirror")).isFocused();
      var theirs = other.page();
      assertThat(theirs.locator("#entry-1"))
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE));
      act(theirs, 1, "live.edit");
      assertThat(theirs.locator("#entry-1 .ProseMirror")).isFocused();
      theirs.keyboard().press("Control+End");
      theirs.keyboard().type(" ومعه صيد وفير.");
      act(page, 1, "live.pin");
      assertThat(page.locator("#entry-1.pinned")).isVisible();
      theirs.keyboard().press("Control+Enter");
      assertThat(theirs.locator(".live-conflict")).containsText("وصل المركب الأول.");
      Chromium.assertAccessible(theirs, "an entry that both changed");
      button(theirs, "احفظ نصي مكانه").click();
      assertThat(theirs.locator("#entry-1 .live-text")).hasText("وصل المركب الأول. ومعه صيد وفير.");
      assertThat(entries(coverage).get(0).path("pinned").asBoolean()).isTrue();
      act(theirs, 1, "live.delete");
      assertThat(theirs.locator("[data-undo]")).isFocused();
      theirs.keyboard().press("Enter");
      assertThat(theirs.locator("#entry-1")).isFocused();
      act(theirs, 1, "live.delete");
      theirs
          .locator("#entry-1")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
      assertThat(theirs.locator(".live-gone"))
          .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
      assertThat(entries(coverage)).isEmpty();
      button(page, "إنهاء التغطية…").click();
      button(page, "نعم، أنهِها").click();
      assertThat(page.locator(".live-head .badge")).hasText("منتهية");
      assertThat(read("/api/articles/" + coverage).json().path("coverage").asText())
          .isEqualTo("ended");
      desk.goTo("#/live");
      assertThat(page.locator(".list-item").first()).isVisible();
    }
  }

  @Test
  void everythingIsAccessibleAtEveryWidthByDayAndByNight() {
    var coverage = coverage();
    post("/api/articles/" + coverage + "/entries", object().put("bodyHtml", "<p>خبر</p>"));
    Newspaper.stack().settle();
    for (var look : Look.of(320, 1280)) {
      try (var desk = Desk.open(browser, look.options(), "editor", "#/pictures")) {
        var page = desk.page();
        assertThat(page.locator("picture-grid [role=status]")).hasText("");
        Chromium.assertAccessible(page, "#/pictures " + look);
        desk.goTo("#/front");
        assertThat(page.locator("lead-list .found li").first()).isVisible();
        Chromium.assertAccessible(page, "#/front " + look);
        desk.goTo("#/live/" + coverage);
        assertThat(page.locator("#entry-1")).isVisible();
        Chromium.assertAccessible(page, "#/live " + look);
      }
    }
  }

  private static String coverage() {
    return id(publish(article().put("headline", "عودة المراكب أولا بأول").put("kind", "live")));
  }

  private static List<JsonNode> entries(String article) {
    var items = read("/api/articles/" + article + "/entries").json().path("items");
    return items.valueStream().toList();
  }

  private static Newspaper.Answer lead(String... ids) {
    var lead = object();
    var articles = lead.putArray("articles");
    for (var id : ids) {
      articles.add(id);
    }
    return send(asEditor(LEAD).PUT(json(lead)));
  }

  /// Types into the field of the console.
  private static void write(Page page, String text) {
    page.locator(".live-composer .ProseMirror").click();
    page.keyboard().type(text);
  }

  private static void act(Page page, int entry, String phrase) {
    page.locator("#entry-" + entry + " [data-do='" + phrase + "']").click();
  }

  private static void upload(Locator within, String name, int width, int height) {
    var file = Photographs.photograph(width, height, Color.ORANGE);
    within.locator("input[type=file]").setInputFiles(new FilePayload(name, "image/jpeg", file));
    assertThat(within.locator(".upload label")).containsText("تُعدّ أحجامها");
    Newspaper.stack().settle();
  }
}
