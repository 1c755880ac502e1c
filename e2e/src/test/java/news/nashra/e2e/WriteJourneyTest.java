package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.get;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.put;
import static news.nashra.e2e.Newspaper.read;
import static news.nashra.e2e.Newspaper.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// An article is written at the desk, and no word of it is lost.
class WriteJourneyTest extends BrowserTest {
  private static final String COLLEAGUE = "editor,moderator";

  private static final int KIB = 1024;

  /// Words are in the journal within a second.
  private static final int SECOND = 1000;

  @Test
  void anArticleIsWrittenSavedAndFoundAgain() {
    try (var desk = Desk.open(browser, "editor", "#/write/new")) {
      var page = desk.page();
      headline(page).fill("قوارب الصيد تعود إلى الميناء");
      text(page).click();
      page.keyboard().type("عادت القوارب صباح اليوم.");
      page.waitForURL(Pattern.compile("#/write/[0-9A-Z]{26}$"));
      page.getByLabel("القسم", exactly()).selectOption("society");
      page.getByLabel("المدينة").fill("طنجة");
      page.getByPlaceholder("وسم جديد").fill("صيد، بحر،");
      page.keyboard().press("Control+KeyS");
      assertThat(status(page)).containsText(Pattern.compile("النسخة .*editor"), within(10));
      var saved = read("/api/articles/" + idOf(page)).json();
      assertThat(saved.path("bodyHtml").asText()).isEqualTo("<p>عادت القوارب صباح اليوم.</p>");
      assertThat(saved.path("section").asText()).isEqualTo("society");
      assertThat(saved.path("city").asText()).isEqualTo("طنجة");
      assertThat(saved.path("tags")).hasSize(2);
      assertThat(saved.path("status").asText()).isEqualTo("draft");
      assertThat(read("/api/articles/" + idOf(page) + "/working-copy").status()).isEqualTo(404);
      desk.goTo("#/articles");
      page.getByText("قوارب الصيد تعود إلى الميناء").first().click();
      assertThat(text(page)).containsText("عادت القوارب");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void aPageThatIsKilledAtAnyKeyLosesASecondAtMost() {
    try (var desk = Desk.open(browser, "editor", "#/write/new")) {
      var page = desk.page();
      for (int round = 0; round < 3; round++) {
        if (round == 1) {
          headline(page).fill("قارب لا يغرق");
          page.waitForURL(Pattern.compile("#/write/[0-9A-Z]{26}$"));
        }
        text(page).click();
        page.keyboard().press("Control+End");
        var before = text(page).innerText().strip();
        var typed = new StringBuilder();
        long kept = 0;
        long end = System.currentTimeMillis() + 1700 + 600 * round;
        for (int key = 0; System.currentTimeMillis() < end; key++) {
          var letter = String.valueOf("ابتثجحخدذرزسش".charAt(key % 13));
          page.keyboard().type(letter);
          typed.append(letter);
          kept += System.currentTimeMillis() < end - SECOND ? 1 : 0;
          page.waitForTimeout(40);
        }
        var address = page.url();
        kill(page);
        page = desk.context().newPage();
        page.navigate(address);
        assertThat(text(page)).isVisible();
        var found = text(page).innerText().strip();
        assertThat(before + typed).startsWith(found);
        assertThat(found.length()).isGreaterThanOrEqualTo((int) (before.length() + kept));
      }
    }
  }

  @Test
  void aPageThatIsReloadedAtAnyKeyLosesNothing() {
    var id = draft("<p>أول الخبر.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(text(page)).containsText("أول الخبر.");
      for (var words : List.of(" زيادة", " وزيادة", " وأخرى")) {
        append(page, words);
        page.reload();
        assertThat(text(page)).containsText(words);
      }
      assertThat(text(page)).hasText("أول الخبر. زيادة وزيادة وأخرى");
    }
  }

  @Test
  void undoInAFieldLeavesTheTextAlone() {
    try (var desk = Desk.open(browser, "editor", "#/write/new")) {
      var page = desk.page();
      headline(page).click();
      page.keyboard().type("عنوان كتبناه");
      append(page, "فقرة لا تضيع.");
      headline(page).click();
      for (int i = 0; i < 5; i++) {
        page.keyboard().press("Control+KeyZ");
        assertThat(text(page)).containsText("فقرة لا تضيع.");
      }
      assertThat(headline(page)).hasValue("");
      page.keyboard().press("Control+Shift+KeyZ");
      assertThat(headline(page)).hasValue("عنوان كتبناه");
      text(page).click();
      page.keyboard().press("Control+KeyZ");
      assertThat(text(page)).not().containsText("فقرة لا تضيع.");
    }
  }

  @Test
  void aSessionThatIsGoneLeavesTheWayThroughTheDeskOpen() {
    var id = draft("<p>أول الخبر.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(text(page)).containsText("أول الخبر.");
      page.evaluate("localStorage.removeItem('desk-tokens')");
      append(page, " وما زاد.");
      desk.goTo("#/articles");
      assertThat(page.locator("article-list")).isVisible();
      desk.goTo("#/write/" + id);
      assertThat(page.locator("article-editor")).isVisible();
      assertThat(desk.errors()).noneMatch(error -> error.contains("undefined"));
    }
  }

  @Test
  void withoutANetworkWritingGoesOn() {
    var id = draft("<p>أول الخبر.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(text(page)).containsText("أول الخبر.");
      desk.setOffline(true);
      append(page, " وما زاد بلا شبكة.");
      assertThat(status(page)).containsText("على هذا الجهاز فقط: تعذّر", within(10));
      desk.setOffline(false);
      assertThat(status(page)).containsText("لدى الصحيفة", within(10));
      assertThat(copy(id).path("bodyHtml").asText()).contains("وما زاد بلا شبكة.");
      assertThat(copy(id).path("basedOn").asInt()).isEqualTo(1);
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void anArticleThatWasOpenOpensWithoutANetwork() {
    var id = draft("<p>أول الخبر.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(text(page)).containsText("أول الخبر.");
      desk.goTo("#/articles");
      assertThat(page.locator("article-list li").first()).isVisible();
      desk.setOffline(true);
      desk.goTo("#/write/" + id);
      assertThat(text(page)).containsText("أول الخبر.");
      var note = page.locator(".write-note");
      assertThat(note).containsText("كما رآه هذا الجهاز");
      append(page, " وما زاد بلا شبكة.");
      assertThat(status(page)).containsText("على هذا الجهاز فقط: تعذّر", within(10));
      desk.goTo("#/articles");
      assertThat(page.locator("article-list")).isVisible();
      desk.goTo("#/write/" + id);
      assertThat(text(page)).containsText("أول الخبر. وما زاد بلا شبكة.");
      desk.setOffline(false);
      assertThat(status(page)).containsText("لدى الصحيفة", within(10));
      assertThat(note).hasCount(0);
      assertThat(copy(id).path("bodyHtml").asText())
          .isEqualTo("<p>أول الخبر. وما زاد بلا شبكة.</p>");
      assertThat(desk.faults()).isEmpty();
    }
  }

  /// What Chromium asks for by then, and not what the build takes for it.
  @Test
  void scriptsThatAnArticleWaitsForAreWithinTheirBudget() {
    var id = draft("<p>أول الخبر.</p>");
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      var scripts = new HashSet<String>();
      scripts.addAll(scriptsBefore(desk, "#/articles", "article-list li"));
      scripts.addAll(scriptsBefore(desk, "#/write/" + id, "rich-text [contenteditable=true]"));
      int bytes = scripts.stream().mapToInt(address -> Gzip.bytes(get(address).text())).sum();
      assertThat(bytes).as(scripts.toString()).isBetween(90 * KIB, 110 * KIB);
    }
  }

  /// The scripts that a new page asks for until it shows something.
  private static List<String> scriptsBefore(Desk desk, String address, String shown) {
    try (var page = desk.context().newPage()) {
      page.addInitScript(
          """
          new MutationObserver((_, observer) => {
            if (!document.querySelector("%s")) return;
            performance.mark("shown");
            observer.disconnect();
          }).observe(document, { subtree: true, childList: true });
          """
              .formatted(shown));
      page.navigate(Newspaper.uri("/desk/") + address);
      assertThat(page.locator(shown).first()).isVisible();
      var names =
          page.evaluate(
              """
              () => {
                const [shown] = performance.getEntriesByName("shown");
                return performance.getEntriesByType("resource")
                    .filter(({ name, startTime }) => name.endsWith(".js") && startTime < shown.startTime)
                    .map(({ name }) => new URL(name).pathname);
              }
              """);
      return ((List<?>) names).stream().map(String.class::cast).toList();
    }
  }

  @Test
  void twoEditorsSeeEachOtherAndTheirWordsBecomeOneArticle() {
    var id = draft("<p>فقرة أولى.</p><p>فقرة ثانية.</p><p>فقرة ثالثة.</p>");
    try (var mine = Desk.open(browser, "editor", "#/write/" + id);
        var theirs = Desk.open(browser, COLLEAGUE, "#/write/" + id)) {
      var me = mine.page();
      var colleague = theirs.page();
      assertThat(text(me)).containsText("فقرة ثالثة.");
      assertThat(me.locator(".write-head")).containsText("مفتوح أيضا لدى", within(20));
      edit(colleague, "فقرة أولى.", " زادت الزميلة.");
      colleague.getByLabel("المدينة").fill("فاس");
      assertThat(me.locator(".write-head")).containsText(COLLEAGUE, within(25));
      edit(me, "فقرة ثالثة.", " زدت أنا.");
      save(colleague);
      assertThat(me.locator(".write-note")).containsText("النسخة", within(25));
      save(me);
      var joined = read("/api/articles/" + id).json();
      assertThat(joined.path("bodyHtml").asText().replace("\n", ""))
          .isEqualTo(
              "<p>فقرة أولى. زادت الزميلة.</p><p>فقرة ثانية.</p><p>فقرة ثالثة. زدت أنا.</p>");
      assertThat(joined.path("city").asText()).isEqualTo("فاس");
      assertThat(joined.path("revision").asInt()).isEqualTo(3);
      bothChangeTheSame(me, colleague, id);
      theirs.goTo("#/articles");
      assertThat(me.locator(".write-head")).not().containsText(COLLEAGUE, within(20));
      assertThat(mine.faults()).isEmpty();
      assertThat(theirs.faults()).isEmpty();
    }
  }

  /// The colleague began from an older revision, and changes what I changed since.
  private static void bothChangeTheSame(Page me, Page colleague, String id) {
    edit(me, "فقرة ثانية.", " كما أراها.");
    save(me);
    edit(colleague, "فقرة ثانية.", " كما تراها الزميلة.");
    colleague.locator(".save").click();
    var question = colleague.locator("dialog.merge[open]");
    assertThat(question).containsText("فقرة ثانية. كما تراها الزميلة.", within(10));
    assertThat(question).containsText("فقرة ثانية. كما أراها.");
    assertThat(question.locator("fieldset")).hasCount(1);
    Chromium.assertAccessible(colleague, "a decision between two versions");
    question.getByText("لاحقا").click();
    edit(colleague, "فقرة ثانية.", " ولا تكفي.");
    colleague.waitForTimeout(3 * SECOND);
    assertThat(copyOf(COLLEAGUE, id).path("bodyHtml").asText()).doesNotContain("ولا تكفي.");
    assertThat(status(colleague)).containsText("لا يُحفظ شيء قبل أن تختار");
    status(colleague).getByText("اختيار").click();
    question.getByLabel("الاثنان").check();
    assertThat(question.getByRole(AriaRole.STATUS).first()).containsText("كما تراها الزميلة.");
    question.getByText("تطبيق").click();
    assertThat(status(colleague)).containsText("لدى الصحيفة", within(10));
    save(colleague);
    var body = read("/api/articles/" + id).json().path("bodyHtml").asText();
    assertThat(body)
        .containsOnlyOnce("كما تراها الزميلة. ولا تكفي.")
        .containsOnlyOnce("كما أراها.")
        .containsOnlyOnce("فقرة ثانية.")
        .containsOnlyOnce("زدت أنا.")
        .containsOnlyOnce("زادت الزميلة.");
  }

  @Test
  void aSessionThatEndsKeepsTheWordsAndComesBackToThem() {
    var id = draft("<p>قبل انتهاء الجلسة.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(text(page)).containsText("قبل انتهاء الجلسة.");
      page.evaluate("localStorage.removeItem('desk-tokens')");
      append(page, " وبعدها.");
      assertThat(status(page)).containsText("انتهت جلستك", within(10));
      Chromium.assertAccessible(page, "a session that has ended");
      status(page).getByText("تسجيل الدخول").click();
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("editor").setExact(true))
          .click();
      page.waitForURL("**/desk/#/write/" + id);
      assertThat(text(page)).containsText("قبل انتهاء الجلسة. وبعدها.");
      assertThat(status(page)).containsText("لدى الصحيفة", within(10));
      assertThat(copy(id).path("bodyHtml").asText()).contains("وبعدها.");
    }
  }

  @Test
  void anArticleIsWrittenInOneWindowOfABrowserAtATime() {
    var id = draft("<p>في نافذة.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      append(page, " قبل الانتقال.");
      var other = desk.context().newPage();
      other.navigate(Newspaper.uri("/desk/") + "#/write/" + id);
      assertThat(text(other)).containsText("في نافذة. قبل الانتقال.");
      assertThat(page.locator("main")).containsText("في نافذة أخرى");
      page.locator(".write-instead button").click();
      assertThat(text(page)).containsText("قبل الانتقال.");
      assertThat(other.locator("main")).containsText("في نافذة أخرى");
    }
  }

  @Test
  void wordsFromAnotherDeviceAreShownAndNeverWrittenOver() {
    var id = draft("<p>النص.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      headline(page).fill("من هذا الجهاز");
      assertThat(status(page)).containsText("لدى الصحيفة", within(10));
      var elsewhere = ((ObjectNode) copy(id)).put("headline", "من جهاز آخر").put("city", "وجدة");
      var seen = read("/api/articles/" + id + "/working-copy").header("etag");
      put("/api/articles/" + id + "/working-copy", seen, elsewhere);
      append(page, " وزيادة.");
      assertThat(status(page)).containsText("جهاز آخر", within(15));
      assertThat(copy(id).path("headline").asText()).isEqualTo("من جهاز آخر");
      status(page).getByText("اختيار").click();
      var question = page.locator("dialog.merge[open]");
      question.getByLabel("نصي", new Locator.GetByLabelOptions().setExact(true)).check();
      question.getByText("تطبيق").click();
      assertThat(page.getByLabel("المدينة")).hasValue("وجدة");
      page.waitForCondition(() -> copy(id).path("headline").asText().equals("من هذا الجهاز"));
      assertThat(copy(id).path("bodyHtml").asText()).contains("وزيادة.");
    }
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    var id = draft("<p>النص.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      headline(page).fill("ط".repeat(230));
      assertThat(page.locator("headline-field .counter")).containsText("30");
      page.locator(".save").click();
      assertThat(page.locator("headline-field p.wrong")).containsText("200");
      assertThat(headline(page)).isFocused();
      Chromium.assertAccessible(page, "a field that is wrong");
      headline(page).fill("عنوان يكفي");
      assertThat(page.locator("headline-field p.wrong")).hasCount(0);
      save(page);
    }
  }

  @Test
  void aDraftThatIsPublishedElsewhereShowsIt() {
    var id = draft("<p>مسودة يكتبها اثنان.</p>");
    try (var desk = Desk.open(browser, "editor", "#/write/" + id)) {
      var page = desk.page();
      assertThat(page.locator(".badge")).containsText("مسودة");
      var published = (ObjectNode) read("/api/articles/" + id).json();
      published.put("status", "published").put("section", "society").put("city", "تطوان");
      assertThat(put("/api/articles/" + id, "\"1\"", published).status()).isIn(200, 202);
      page.locator(".write-note button").click(new Locator.ClickOptions().setTimeout(25_000));
      assertThat(page.locator(".badge")).containsText("منشور");
      assertThat(page.getByLabel("المدينة")).hasValue("تطوان");
    }
  }

  @Test
  void anArticleIsCopiedWithdrawnRestoredDuplicatedAndDeleted() {
    var receipt = publish(article().put("headline", "خبر يُسحب ويعود " + System.nanoTime()));
    try (var desk = Desk.open(browser, "editor", "#/write/" + id(receipt))) {
      var page = desk.page();
      desk.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
      choose(page, "نسخ النص كله");
      assertThat(page.locator(".notice")).containsText("نُسخ");
      assertThat((String) page.evaluate("navigator.clipboard.readText()"))
          .contains("خبر يُسحب ويعود");
      var bar = page.locator(".write-bar").boundingBox();
      assertThat(bar.y + bar.height)
          .isLessThanOrEqualTo(page.locator(".notice-bar").boundingBox().y + 1);
      page.keyboard().press("Escape");
      assertThat(page.locator(".notice")).isEmpty();
      choose(page, "سحب المقال");
      page.getByLabel("السبب، للسجل").fill("خطأ في المصدر");
      Chromium.assertAccessible(page, "a withdrawal");
      page.locator("dialog[open] .danger").click();
      assertThat(page.locator(".badge")).containsText("مسحوب");
      choose(page, "استعادة المقال");
      assertThat(page.locator(".badge")).containsText("مسودة");
      choose(page, "نسخة جديدة");
      page.waitForURL(url -> !url.contains(id(receipt)));
      assertThat(headline(page)).hasValue(Pattern.compile("خبر يُسحب ويعود.*"));
      choose(page, "رابط المعاينة");
      assertThat(page.locator("dialog[open] input"))
          .hasValue(Pattern.compile(".*/api/previews/.*"));
      page.keyboard().press("Escape");
      choose(page, "حذف المسودة");
      page.locator("dialog[open] .danger").click();
      page.waitForURL("**/#/articles");
      assertThat(desk.faults()).isEmpty();
    }
  }

  @Test
  void theFormIsAccessibleAtEveryWidthByDayAndByNight() {
    var id = draft("<p>نص قصير.</p>");
    for (var look : Look.of(320, 1280)) {
      try (var desk = Desk.open(browser, look.options(), "editor", "#/write/" + id)) {
        var page = desk.page();
        assertThat(text(page)).containsText("نص قصير.");
        page.locator(".write-details")
            .evaluate("e => e.querySelectorAll('details').forEach(d => (d.open = true))");
        page.locator(".menu summary").click();
        Chromium.assertAccessible(page, look.toString());
        assertThat(page.locator(".desk-head").boundingBox().height).isLessThan(100);
      }
    }
  }

  private static String draft(String body) {
    return id(
        publish(
            article()
                .put("status", "draft")
                .put("headline", "مسودة رقم " + System.nanoTime())
                .put("bodyHtml", body)));
  }

  private static JsonNode copy(String id) {
    return copyOf("editor", id);
  }

  private static JsonNode copyOf(String user, String id) {
    return send(Newspaper.as(user, "/api/articles/" + id + "/working-copy").GET()).json();
  }

  private static Locator headline(Page page) {
    return page.locator("headline-field textarea");
  }

  private static Locator text(Page page) {
    return page.locator("rich-text [contenteditable=true]");
  }

  private static Locator status(Page page) {
    return page.locator(".write-status");
  }

  private static void append(Page page, String words) {
    text(page).click();
    page.keyboard().press("Control+End");
    page.keyboard().type(words);
  }

  /// Adds words at the end of the paragraph that begins with `paragraph`.
  private static void edit(Page page, String paragraph, String words) {
    text(page).locator("p", new Locator.LocatorOptions().setHasText(paragraph)).click();
    page.keyboard().press("End");
    page.keyboard().type(words);
  }

  private static void save(Page page) {
    page.locator(".save").click();
    assertThat(status(page)).containsText(Pattern.compile("النسخة .*editor"), within(10));
  }

  private static void choose(Page page, String item) {
    page.locator(".menu summary").click();
    page.locator(".menu li button", new Page.LocatorOptions().setHasText(item)).click();
  }

  /// Closes a page that gets no time to save anything.
  private static void kill(Page page) {
    page.evaluate(
        """
        () => ["pagehide", "visibilitychange"].forEach(type =>
          addEventListener(type, event => event.stopImmediatePropagation(), true))
        """);
    page.close();
  }

  private static String idOf(Page page) {
    return page.url().substring(page.url().lastIndexOf('/') + 1);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static LocatorAssertions.ContainsTextOptions within(int seconds) {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(seconds * 1000.0);
  }
}
