package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How an article goes out at the desk: the sheet and its receipt, the preview, the copy desk,
/// revisions, and the week's schedule.
class PublishJourneyTest extends BrowserTest {
  private static final String PUBLISH = "نشر…";
  private static final String LATER = "في موعد محدد";
  private static final String SHOWN = "page-frame iframe:not(.coming)";

  @BeforeAll
  void waitLonger() {
    // Machines that build are slower than those that people write on.
    setDefaultAssertionTimeout(20_000);
  }

  @Test
  void whatIsMissingIsSaidBeforeAnythingIsSent() {
    var id = id(publish(object().put("headline", "فنار بلا نص").put("status", "draft")));
    try (var desk = edit(id)) {
      var sheet = sheet(desk.page());
      assertThat(sheet.locator(".publish-required li")).hasCount(2);
      assertThat(sheet.locator(".publish-required")).containsText("لم يُختر القسم");
      button(sheet, "انشر الآن").click();
      assertThat(sheet.getByRole(AriaRole.ALERT)).containsText("نقص");
      Chromium.assertAccessible(desk.page(), "what is missing");
      assertThat(stored(id).path("status").asText()).isEqualTo("draft");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void aDraftIsPublishedAndItsReceiptLeadsToThePage() {
    var id = id(publish(draft("فنار الجزيرة يضاء من جديد")));
    try (var desk = edit(id)) {
      var sheet = sheet(desk.page());
      assertThat(sheet.locator(".publish-address")).containsText("/فنار-الجزيرة-يضاء-من-جديد/");
      assertThat(sheet).containsText("في الصفحة الرئيسية وقسم");
      button(sheet, "انشر الآن").press("Enter");
      assertThat(sheet.locator(".publish-receipt")).containsText("مللي ثانية");
      assertThat(sheet.locator("h2")).isFocused();
      Chromium.assertAccessible(desk.page(), "the receipt");
      var url = sheet.getByRole(AriaRole.LINK).getAttribute("href");
      assertThat(Newspaper.get(url).status()).isEqualTo(200);
      assertThat(stored(id).path("status").asText()).isEqualTo("published");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void gapsOfTheClockAreRefusedAndDoubledHoursAreAsked() {
    var id = id(publish(draft("ساعة الميناء تتأخر ساعة")));
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      desk.page().route("**/api/edition", PublishJourneyTest::inBeirut);
      desk.page().reload();
      desk.goTo("#/write/" + id);
      var sheet = sheet(desk.page());
      sheet.getByText(LATER).click();
      var time = sheet.locator("input[type=datetime-local]");
      time.fill("2027-03-28T00:30");
      button(sheet, "جدولة النشر").click();
      assertThat(sheet.locator("edition-time")).containsText("فلا وجود للوقت");
      assertThat(time).isFocused();
      time.fill("2027-10-30T23:30");
      button(sheet, "جدولة النشر").click();
      assertThat(sheet.locator("edition-time .wrong")).hasText("حدّد أي الوقتين تقصد.");
      Chromium.assertAccessible(desk.page(), "which of two hours");
      sheet.getByText("الثاني، بعد تأخير الساعة").click();
      assertThat(sheet.locator("edition-time")).containsText("بتوقيت غرينتش: ");
      button(sheet, "جدولة النشر").click();
      assertThat(sheet.locator("h2")).hasText("جُدول نشر المقال");
      assertThat(stored(id).path("publishAt").asText()).isEqualTo("2027-10-30T21:30:00.000Z");
    }
  }

  @Test
  void theExpiryInTheFormIsReadLikeThePublishingTime() {
    var id = id(publish(draft("إعلان ينتهي في موعده")));
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      var page = desk.page();
      page.route("**/api/edition", PublishJourneyTest::inBeirut);
      page.reload();
      desk.goTo("#/write/" + id);
      page.locator(".write-more > summary").click();
      var field = page.locator("instant-field");
      var time = field.locator("input[type=datetime-local]");
      time.fill("2027-03-28T00:30");
      assertThat(field).containsText("فلا وجود للوقت");
      page.keyboard().press("Control+s");
      assertThat(page.locator(".write-status [role=alert]")).containsText("فلا وجود للوقت");
      button(page.locator("main"), PUBLISH).click();
      assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
      time.fill("2027-10-30T23:30");
      assertThat(field.locator("fieldset")).containsText("يتكرر الوقت");
      Chromium.assertAccessible(page, "which of two hours an article ends in");
      field.getByText("الثاني، بعد تأخير الساعة").click();
      page.keyboard().press("Control+s");
      assertThat(page.locator(".write-status [role=status]")).containsText("النسخة 2، حُفظت");
      assertThat(stored(id).path("expireAt").asText()).isEqualTo("2027-10-30T21:30:00.000Z");
    }
  }

  @Test
  void timesAreReadByTheRulesOfTheServer() {
    var id = id(publish(draft("لا توقيت صيفيا بعد اليوم")));
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      desk.page().route("**/api/edition", PublishJourneyTest::inBeirutWithoutSummerTime);
      desk.page().reload();
      desk.goTo("#/write/" + id);
      var sheet = sheet(desk.page());
      sheet.getByText(LATER).click();
      sheet.locator("input[type=datetime-local]").fill("2027-07-01T12:00");
      assertThat(sheet.locator("edition-time")).containsText("10:00");
      button(sheet, "جدولة النشر").click();
      assertThat(sheet.locator("h2")).hasText("جُدول نشر المقال");
      assertThat(stored(id).path("publishAt").asText()).isEqualTo("2027-07-01T10:00:00.000Z");
    }
  }

  @Test
  void aTimeThatHasPassedIsRefusedAtItsField() {
    var id = id(publish(draft("موعد مضى")));
    try (var desk = edit(id)) {
      var sheet = sheet(desk.page());
      sheet.getByText(LATER).click();
      sheet.locator("input[type=datetime-local]").fill("2020-01-01T10:00");
      button(sheet, "جدولة النشر").click();
      assertThat(sheet.locator("edition-time .wrong")).hasText("هذا الوقت مضى.");
      assertThat(stored(id).path("status").asText()).isEqualTo("draft");
    }
  }

  @Test
  void aCorrectionAndAMinorEditAreTwoButtons() {
    var id = id(publish(article().put("headline", "مكتبة الميناء تمدد ساعاتها")));
    var before = stored(id);
    try (var desk = edit(id)) {
      var sheet = sheet(desk.page());
      button(sheet, "تعديل طفيف: يبقى وقت التحديث").click();
      assertThat(sheet.locator("h2")).hasText("نُشر المقال");
      assertThat(stored(id).path("updatedAt")).isEqualTo(before.path("updatedAt"));
      button(sheet, "إغلاق").click();

      sheet = sheet(desk.page());
      button(sheet, "نشر مع التصحيح").click();
      assertThat(sheet.locator(".field .wrong")).hasText("اكتب ما كان الخطأ.");
      sheet.getByLabel("تصحيح").fill("ورد أن المكتبة تفتح الجمعة.");
      button(sheet, "نشر التعديلات").click();
      assertThat(sheet.locator(".field .wrong")).containsText("في الخانة تصحيح");
      Chromium.assertAccessible(desk.page(), "a correction");
      button(sheet, "نشر مع التصحيح").click();
      assertThat(sheet.locator("h2")).hasText("نُشر المقال");
      var corrections = stored(id).path("corrections");
      assertThat(corrections.path(0).path("text").asText())
          .isEqualTo("ورد أن المكتبة تفتح الجمعة.");
    }
  }

  @Test
  void anArticleInTheBreakingNewsIsAskedAboutTwice() {
    var id = id(publish(article().put("headline", "انقطاع الكهرباء عن المرفأ")));
    var until = Instant.now().plus(1, ChronoUnit.HOURS).toString();
    var breaking = object().put("text", "انقطاع الكهرباء").put("articleId", id).put("until", until);
    put("/api/homepage/breaking", "*", breaking);
    try (var desk = edit(id)) {
      var known = desk.page().waitForResponse("**/api/homepage/breaking", () -> sheet(desk.page()));
      assertThat(known.status()).isEqualTo(200);
      var sheet = desk.page().getByRole(AriaRole.DIALOG);
      button(sheet, "نشر التعديلات").click();
      assertThat(sheet.locator("h2")).hasText("هذا المقال خبر عاجل الآن");
      assertThat(stored(id).path("revision").asInt()).isEqualTo(1);
      Chromium.assertAccessible(desk.page(), "breaking");
      button(sheet, "نعم، انشر").click();
      assertThat(sheet.locator("h2")).hasText("نُشر المقال");
      assertThat(stored(id).path("revision").asInt()).isEqualTo(2);
    } finally {
      Newspaper.delete("/api/homepage/breaking", "*");
    }
  }

  @Test
  void thePreviewLooksAsThePageDoes() {
    var body =
        "<p>قال أمين المنارة.</p><blockquote data-pull><p>ضوء</p></blockquote><p>ثم صمت.</p>";
    var receipt = publish(article().put("headline", "أمين المنارة").put("bodyHtml", body));
    try (var desk = edit(id(receipt));
        var reader =
            browser.newContext(new Browser.NewContextOptions().setViewportSize(360, 800))) {
      button(desk.page().locator("main"), "معاينة").click();
      var frame = desk.page().frameLocator(SHOWN);
      var page = reader.newPage();
      page.navigate(Newspaper.uri(Newspaper.url(receipt)).toString());
      for (var part :
          List.of("body", "h1", ".body p", "[data-pull], .body blockquote", ".mast nav a")) {
        assertThat(look(frame.locator(part).first()))
            .as(part)
            .isEqualTo(look(page.locator(part).first()));
      }
      button(desk.page().locator("main"), "شاشة").click();
      page.setViewportSize(1280, 800);
      assertThat(look(frame.locator("h1"))).isEqualTo(look(page.locator("h1")));
      Chromium.assertAccessible(desk.page(), "the preview");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void slipsAreMendedByOneKeyEach() {
    var body = "<p>قال أمين المنارة ، ثم صمت .</p>";
    var id = id(publish(draft("فنار  الجزيرة").put("bodyHtml", body)));
    try (var desk = edit(id)) {
      var page = desk.page();
      button(page.locator("main"), "تدقيق").click();
      assertThat(page.locator(".findings li").first()).isVisible();
      Chromium.assertAccessible(page, "the copy desk");
      var buttons = page.locator(".findings button:not(.link)");
      int slips = buttons.count();
      assertThat(slips).isGreaterThan(1);
      buttons.first().focus();
      for (int i = 0; i < slips; i++) {
        page.keyboard().press("Enter");
        assertThat(buttons).hasCount(slips - i - 1);
      }
      button(page.locator("main"), "حفظ المسودة").click();
      assertThat(page.locator(".write-status [role=status]")).containsText("النسخة 2، حُفظت");
      assertThat(stored(id).path("bodyHtml").asText())
          .isEqualTo("<p>قال أمين المنارة، ثم صمت.</p>");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void revisionsAreComparedByWordsAndOneIsRestored() {
    var first = publish(draft("فنار الجزيرة يضاء السبت"));
    var id = id(first);
    var changed =
        draft("فنار الجزيرة يضاء الأحد").put("city", "صور").put("bodyHtml", "<p>نص جديد كله.</p>");
    put("/api/articles/" + id, first.header("etag"), changed);
    try (var desk = edit(id)) {
      var page = desk.page();
      button(page.locator("main"), "النسخ السابقة").click();
      assertThat(page.locator(".difference del").first()).hasText("حُذف: السبت");
      assertThat(page.locator(".difference ins").first()).hasText("أُضيف: الأحد");
      assertThat(page.locator(".difference")).containsText("المدينة");
      Chromium.assertAccessible(page, "revisions");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("استعادة 1")).click();
      page.keyboard().press("Enter");
      assertThat(page.locator(".revisions li")).hasCount(3);
      var restored = stored(id);
      assertThat(restored.path("headline").asText()).isEqualTo("فنار الجزيرة يضاء السبت");
      assertThat(restored.has("city")).isFalse();
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void anOldRevisionOfAPublishedArticleGoesThroughTheSheet() {
    var first = publish(article().put("headline", "حديقة السور تفتح أبوابها"));
    var id = id(first);
    var changed = article().put("headline", "حديقة السور تغلق أبوابها");
    put("/api/articles/" + id, first.header("etag"), changed);
    try (var desk = edit(id)) {
      var page = desk.page();
      button(page.locator("main"), "النسخ السابقة").click();
      button(page.locator("main"), "استعادة 1").click();
      var sheet = page.getByRole(AriaRole.DIALOG);
      assertThat(sheet.locator("h2")).containsText("استعادة النسخة");
      assertThat(sheet.locator(".publish-headline")).hasText("حديقة السور تفتح أبوابها");
      assertThat(sheet).containsText("يرى القراء نص النسخة");
      Chromium.assertAccessible(page, "restoring what readers see");
      assertThat(stored(id).path("revision").asInt()).isEqualTo(2);
      button(sheet, "انشر النسخة المستعادة").click();
      assertThat(sheet.locator(".publish-receipt")).containsText("مللي ثانية");
      assertThat(stored(id).path("headline").asText()).isEqualTo("حديقة السور تفتح أبوابها");
      button(sheet, "إغلاق").click();
      assertThat(page.locator(".revisions li")).hasCount(3);
      assertThat(page.locator("headline-field textarea")).hasValue("حديقة السور تفتح أبوابها");
      assertThat(desk.faults()).isEmpty();
    }
  }

  /// In the middle of a week and of a day, in any zone and whenever the test runs.
  private static Instant wednesdayNoon(Duration fromNow) {
    return Instant.now()
        .plus(fromNow)
        .atZone(ZoneOffset.UTC)
        .with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY))
        .with(LocalTime.NOON)
        .toInstant();
  }

  @Test
  void theWeekIsPlannedByKeyboard() {
    var at = wednesdayNoon(Duration.ofDays(30));
    var moved = scheduled("معرض الخرائط القديمة", at);
    var takenOff = scheduled("ورشة ترميم المراكب", at.plus(Duration.ofHours(1)));
    var day = at.toString().substring(0, 10);
    try (var desk = Desk.open(browser, "editor", "#/schedule/" + day)) {
      var page = desk.page();
      planned(page, "معرض الخرائط القديمة").getByRole(AriaRole.BUTTON).first().press("Enter");
      var dialog = page.getByRole(AriaRole.DIALOG);
      assertThat(dialog.locator("edition-time")).containsText("بتوقيت غرينتش");
      Chromium.assertAccessible(page, "another time");
      var time = dialog.locator("input[type=datetime-local]");
      var local = time.inputValue();
      time.fill(local.substring(0, 14) + (local.endsWith("07") ? "09" : "07"));
      time.press("Enter");
      assertThat(page.locator(".notice")).containsText("الموعد الجديد");
      var now = Instant.parse(stored(moved).path("publishAt").asText());
      assertThat(now).isNotEqualTo(at);
      assertThat(Duration.between(at, now).abs()).isLessThan(Duration.ofHours(1));

      planned(page, "ورشة ترميم المراكب").getByRole(AriaRole.BUTTON).last().press("Enter");
      button(dialog, "إلغاء الجدولة").press("Enter");
      assertThat(planned(page, "ورشة ترميم المراكب")).hasCount(0);
      assertThat(stored(takenOff).path("status").asText()).isEqualTo("draft");

      page.getByText("الأسبوع التالي").press("Enter");
      assertThat(planned(page, "معرض الخرائط القديمة")).hasCount(0);
      page.goBack();
      assertThat(planned(page, "معرض الخرائط القديمة")).isVisible();
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void theWeekIsAccessibleAtEveryWidthByDayAndByNight() {
    var at = wednesdayNoon(Duration.ofDays(2));
    scheduled("قياس المد والجزر في الخليج", at);
    for (var look : Look.of(320, 1920)) {
      var address = "#/schedule/" + at.toString().substring(0, 10);
      try (var desk = Desk.open(browser, look.options(), "editor", address)) {
        assertThat(desk.page().locator(".planned").first()).isVisible();
        Chromium.assertAccessible(desk.page(), look.toString());
      }
    }
  }

  private Desk edit(String id) {
    return Desk.open(browser, "editor", "#/write/" + id);
  }

  /// The sheet, opened.
  private static Locator sheet(Page page) {
    button(page.locator("main"), PUBLISH).click();
    return page.getByRole(AriaRole.DIALOG);
  }

  private static Locator button(Locator where, String name) {
    return where.getByRole(
        AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator planned(Page page, String headline) {
    return page.locator(".planned:not(.ends)", new Page.LocatorOptions().setHasText(headline));
  }

  /// What an element looks like.
  private static Object look(Locator element) {
    return element.evaluate(
        """
        element => {
          const style = getComputedStyle(element);
          const names = ["color", "fontFamily", "fontSize", "fontWeight", "lineHeight", "direction", "marginBlock", "backgroundColor"];
          return names.map(name => style[name]).join("; ") + "; " + Math.round(element.clientWidth);
        }
        """);
  }

  private static void inBeirut(Route route) {
    withZone(
        route,
        """
        {"at":"2025-11-26T00:00:00.000Z","offsetSeconds":7200},
        {"at":"2027-03-27T22:00:00.000Z","offsetSeconds":10800},
        {"at":"2027-10-30T21:00:00.000Z","offsetSeconds":7200}
        """);
  }

  /// Rules that no browser knows yet.
  private static void inBeirutWithoutSummerTime(Route route) {
    withZone(
        route,
        """
        {"at":"2025-11-26T00:00:00.000Z","offsetSeconds":7200}
        """);
  }

  private static void withZone(Route route, String transitions) {
    var answer = route.fetch();
    var text =
        answer
            .text()
            .replaceFirst("\"timeZone\":\"[^\"]*\"", "\"timeZone\":\"Asia/Beirut\"")
            .replaceFirst(
                "\"zoneTransitions\":\\[[^]]*]", "\"zoneTransitions\":[" + transitions + "]");
    route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(text));
  }

  private static ObjectNode draft(String headline) {
    return article().put("headline", headline).put("status", "draft");
  }

  private static String scheduled(String headline, Instant at) {
    return id(publish(draft(headline).put("status", "scheduled").put("publishAt", at.toString())));
  }

  private static JsonNode stored(String id) {
    return read("/api/articles/" + id).json();
  }
}
