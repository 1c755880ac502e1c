package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Desk.button;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.nashra.core.Parallel;
import news.nashra.core.http.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Moderators at the desk: the queue by an Arabic keyboard, decisions that wait, colleagues, and
/// what else they do about a comment.
class ModeratorJourneyTest extends BrowserTest {
  /// What a queue shows when it has been read: while it loads, keys move nothing.
  private static final String READ = ".comment, .queue-empty:not(:has-text('جارٍ التحميل'))";

  private static final int MANY = 500;
  private static final int COMMENTS_OF_A_READER = 5;

  /// What the keys write on an Arabic keyboard.
  private static final Map<String, String> ARABIC =
      Map.of(
          "KeyA", "ش", "KeyD", "ي", "KeyR", "ق", "KeyF", "ب", "KeyJ", "ت", "KeyK", "ن", "KeyZ", "ئ",
          "Digit2", "٢", "Slash", "؟");

  /// Decisions wait for four seconds, and colleagues' are looked for every ten.
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(25_000);

  @BeforeEach
  void forgetRates() {
    Newspaper.forgetRates();
  }

  @Test
  void fiveHundredCommentsAreDecidedByKeyboardEachOnce() {
    var article = discussed(MANY);
    var wanted = new HashMap<String, String>();
    try (var desk = open("moderator", article)) {
      var page = desk.page();
      var sent = decisionsOf(page);
      var body = page.locator(".queue-main .comment .comment-body").first();
      for (int i = 0; i < MANY; i++) {
        body.waitFor();
        var text = body.textContent();
        assertThat(wanted)
            .as("a comment that was decided is not read again")
            .doesNotContainKey(text);
        switch (i % 10) {
          case 3 -> press(page, "KeyF");
          case 5 -> {
            press(page, "KeyR");
            press(page, "Digit2");
          }
          case 7 -> {
            press(page, "KeyA");
            press(page, "KeyZ");
            assertThat(body).hasText(text);
            press(page, "KeyF");
          }
          default -> press(page, i % 2 == 0 ? "KeyA" : "KeyD");
        }
        wanted.put(text, List.of(3, 5, 7).contains(i % 10) ? "rejected" : "approved");
      }
      assertThat(page.locator(".queue-empty")).isVisible();
      Waiting.await(
          Duration.ofSeconds(60),
          "all are sent",
          () -> {
            page.waitForTimeout(200);
            return sent.size() >= MANY && page.locator(".queue-row").count() == 0;
          });
      assertThat(sent).hasSize(MANY).doesNotHaveDuplicates();
      assertThat(desk.errors()).isEmpty();
    }
    assertThat(all(article, "pending")).isEmpty();
    var decided = new HashMap<String, String>();
    for (var status : List.of("approved", "rejected")) {
      for (var item : all(article, status)) {
        decided.put(item.path("body").asText(), status);
        assertThat(item.path("history")).as("decided once").hasSize(1);
      }
    }
    assertThat(decided).isEqualTo(wanted);
  }

  @Test
  void moderatorsSeeEachOthersDecisions() {
    var article = discussed(3);
    try (var one = open("moderator", article);
        var other = open("editor,moderator", article)) {
      press(one.page(), "KeyA");
      press(other.page(), "KeyJ");
      assertThat(other.page().locator(".queue-list"))
          .containsText("نشره \u2068moderator\u2069", SOON);
      // Both decide the same comment: one is first, the other is told.
      assertThat(one.page().locator(".comment-title")).hasText("عنوان 1");
      assertThat(other.page().locator(".comment-title")).hasText("عنوان 1");
      press(one.page(), "KeyA");
      press(other.page(), "KeyF");
      Waiting.await(
          Duration.ofSeconds(30),
          "one of them is late",
          () -> {
            one.page().waitForTimeout(100);
            other.page().waitForTimeout(100);
            return said(one).contains("رفضه \u2068editor,moderator\u2069")
                || said(other).contains("نشره \u2068moderator\u2069");
          });
      assertThat(one.errors()).isEmpty();
      assertThat(other.errors()).isEmpty();
    }
    var twice = new ArrayList<JsonNode>(all(article, "approved"));
    twice.addAll(all(article, "rejected"));
    assertThat(twice).hasSize(2).allMatch(item -> item.path("history").size() == 1);
    assertThat(all(article, "pending")).hasSize(1);
  }

  @Test
  void aPageThatIsClosedWithinFourSecondsLosesNoDecision() {
    var article = discussed(2);
    try (var desk = open("moderator", article)) {
      press(desk.page(), "KeyA");
      press(desk.page(), "KeyF");
      desk.page().waitForTimeout(150);
      desk.page().close();
      assertThat(all(article, "pending")).hasSize(2);
      var next = desk.context().newPage();
      next.navigate(Newspaper.uri("/desk/") + "#/moderate/article/" + article);
      assertThat(next.locator(".queue-said")).containsText("قراران بقيا من جلسة سابقة", SOON);
      assertThat(next.locator(".queue-empty")).isVisible();
      Waiting.await(
          Duration.ofSeconds(30), "both are sent", () -> all(article, "pending").isEmpty());
    }
    assertThat(all(article, "approved")).hasSize(1);
    assertThat(all(article, "rejected")).hasSize(1);
  }

  @Test
  void decisionsOutliveACutOfTheNetwork() {
    var article = discussed(2);
    try (var desk = open("moderator", article)) {
      desk.setOffline(true);
      press(desk.page(), "KeyA");
      var alert = desk.page().locator("[role=alert]");
      assertThat(alert.first()).containsText("قرار واحد محفوظ على هذا الجهاز", SOON);
      desk.setOffline(false);
      assertThat(desk.page().locator(".queue-row")).hasCount(1, withinHalfAMinute());
    }
    assertThat(all(article, "approved")).hasSize(1);
  }

  @Test
  void flagsAreShownAtTheWordsAndKeysDoNothingWhileSomebodyTypes() {
    var receipt = publish(article());
    comment(id(receipt), comment().put("title", "رأي غبي").put("body", "كلام غبي وأغبياء"));
    try (var desk = open("moderator", id(receipt))) {
      var page = desk.page();
      assertThat(page.locator(".comment-title mark")).hasText("غبي");
      assertThat(page.locator(".comment .comment-body mark").first()).hasText("غبي");
      assertThat(page.locator(".comment-article a").first())
          .hasAttribute("href", Newspaper.url(receipt));
      press(page, "Slash");
      assertThat(page.locator("dialog.keys")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog.keys")).isHidden();
      press(page, "KeyR");
      page.locator("#reject-other").fill("");
      for (var code : List.of("KeyA", "KeyD", "KeyF", "KeyZ", "Digit2")) {
        press(page, code);
      }
      assertThat(page.locator("dialog.reject")).isVisible();
      page.locator("#reject-other").fill("سبب كتبته");
      page.keyboard().press("Enter");
      assertThat(page.locator(".queue-row")).hasCount(0, withinHalfAMinute());
    }
    var rejected = all(id(receipt), "rejected");
    assertThat(rejected.getFirst().at("/history/0/reason").asText()).isEqualTo("سبب كتبته");
  }

  @Test
  void aReplyIsWrittenEditedAndWithdrawn() {
    var receipt = publish(article());
    Newspaper.discuss(id(receipt), 1);
    try (var desk = open("moderator", id(receipt))) {
      var page = desk.page();
      page.locator("select[name=status]").selectOption("approved");
      openPanel(page, "رد الصحيفة");
      var text = page.locator("#reply-text");
      text.fill("سألنا البلدية");
      page.reload();
      page.locator("select[name=status]").selectOption("approved");
      openPanel(page, "رد الصحيفة");
      assertThat(text).hasValue("سألنا البلدية");
      button(page, "نشر الرد").click();
      assertThat(page.locator(".comment-reply")).containsText("سألنا البلدية", SOON);
      text.fill("أجابت البلدية");
      button(page, "تعديل الرد").click();
      assertThat(page.locator(".comment-reply")).containsText("أجابت البلدية", SOON);
      Newspaper.stack().settle();
      assertThat(Newspaper.get(Newspaper.url(receipt)).text()).contains("أجابت البلدية");
      button(page, "سحب الرد").click();
      assertThat(page.locator(".comment-reply")).hasCount(0);
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aSenderIsBannedAndTheBanIsLifted() {
    var article = discussed(1);
    try (var desk = open("moderator", article)) {
      var page = desk.page();
      openPanel(page, "حظر المرسل");
      page.locator("#ban-reason").fill("شتائم متكررة");
      button(page, "حظر").click();
      assertThat(page.locator("ban-form [role=status]")).containsText("حُظر حتى");
      desk.goTo("#/bans");
      var ban = page.locator(".ban", new Page.LocatorOptions().setHasText("شتائم متكررة"));
      assertThat(ban).containsText("الشخص (بريده الإلكتروني)");
      Chromium.assertAccessible(page, "bans");
      ban.getByRole(AriaRole.BUTTON).click();
      ban.getByRole(AriaRole.BUTTON).first().click();
      assertThat(ban).hasCount(0);
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aPersonIsErasedWhoseAddressIsTypedTwice() {
    var article = discussed(1);
    var erased = comment().put("email", "erase.at.the.desk@example.com").put("title", "للمحو");
    assertThat(comment(article, erased).status()).isEqualTo(202);
    try (var desk = open("moderator", article)) {
      var page = desk.page();
      assertThat(page.locator(".queue-row-title")).hasText(new String[] {"عنوان 0", "للمحو"});
      page.locator(".queue-row").last().click();
      assertThat(page.locator(".comment-title")).hasText("للمحو");
      openPanel(page, "محو بيانات الشخص");
      button(page, "محو كل تعليقاته…").click();
      var sure = button(page, "محو إلى الأبد");
      assertThat(sure).isDisabled();
      page.locator("#erase-email").fill("erase.at.the.desk@example.com");
      sure.click();
      assertThat(page.locator(".queue-said")).containsText("مُحي تعليق واحد");
    }
    assertThat(all(article, "pending")).hasSize(1);
  }

  @Test
  void theFloodSwitchIsSetAndWhoSetItIsTold() {
    try (var desk = Desk.open(browser, "moderator", "#/comments-policy")) {
      var page = desk.page();
      page.getByLabel("مغلقة في كل المقالات").check();
      button(page, "حفظ").click();
      assertThat(page.locator(".policy-sure")).isVisible();
      Chromium.assertAccessible(page, "policy");
      button(page, "إلغاء").click();
      page.getByLabel("مفتوحة").check();
      page.locator("#difficulty").fill("7");
      button(page, "حفظ").click();
      assertThat(page.locator("#difficulty-wrong")).containsText("1000");
      // A look at what colleagues have set does not take the refusal away.
      page.waitForResponse(
          "**/api/comments/policy",
          () -> page.evaluate("document.dispatchEvent(new Event('visibilitychange'))"));
      page.waitForTimeout(200);
      assertThat(page.locator("#difficulty-wrong")).containsText("1000");
      page.locator("#difficulty").fill("1000");
      page.getByRole(AriaRole.CHECKBOX).uncheck();
      button(page, "حفظ").click();
      assertThat(page.locator(".policy")).containsText("آخر من غيّرها \u2068moderator\u2069");
      page.getByRole(AriaRole.CHECKBOX).check();
      button(page, "حفظ").click();
      assertThat(page.locator(".notice")).containsText("حُفظ ضبط التعليقات");
    }
    var policy = Newspaper.queue("/policy").json();
    assertThat(policy.path("difficulty").asInt()).isEqualTo(1000);
    assertThat(policy.path("questions").asBoolean()).isTrue();
    assertThat(policy.path("comments").asText()).isEqualTo("open");
  }

  @Test
  void theQueueIsAccessibleAtEveryWidthByDayAndByNight() {
    var article = discussed(3);
    comment(article, comment().put("body", "كلام غبي https://a.example https://b.example"));
    for (var look : Look.of(320, 390, 1280, 1920)) {
      try (var desk =
          Desk.open(browser, look.options(), "moderator", "#/moderate/article/" + article)) {
        var page = desk.page();
        page.locator(".comment").waitFor();
        for (int i = 0; i < 3; i++) {
          press(page, "KeyJ");
        }
        assertThat(page.locator(".comment mark").first()).isVisible();
        for (var summary : page.locator(".panel > summary").all()) {
          summary.click();
        }
        page.locator("person-comments li").first().waitFor();
        Chromium.assertAccessible(page, look.toString());
        press(page, "KeyR");
        Chromium.assertAccessible(page, "reasons " + look);
      }
    }
  }

  private Desk open(String as, String article) {
    var desk = Desk.open(browser, as, "#/moderate/article/" + article);
    desk.page().locator(READ).first().waitFor();
    return desk;
  }

  /// Presses a key of an Arabic keyboard.
  private static void press(Page page, String code) {
    var session = page.context().newCDPSession(page);
    for (var type : List.of("rawKeyDown", "keyUp")) {
      var event = new JsonObject();
      event.addProperty("type", type);
      event.addProperty("code", code);
      event.addProperty("key", ARABIC.get(code));
      event.addProperty("modifiers", code.equals("Slash") ? 8 : 0);
      session.send("Input.dispatchKeyEvent", event);
    }
    session.detach();
  }

  private static void openPanel(Page page, String name) {
    page.locator(".panel > summary", new Page.LocatorOptions().setHasText(name)).click();
  }

  private static String said(Desk desk) {
    return desk.page().locator(".queue-said p").textContent();
  }

  private static LocatorAssertions.HasCountOptions withinHalfAMinute() {
    return new LocatorAssertions.HasCountOptions().setTimeout(30_000);
  }

  /// Each decision that a page sends from now on, by comment.
  private static List<String> decisionsOf(Page page) {
    var sent = new ArrayList<String>();
    page.onRequest((Request request) -> {
      if (request.url().endsWith("/api/comments/decisions")) {
        for (var decision : Json.read(request.postData()).path("decisions")) {
          sent.add(decision.path("commentId").asText());
        }
      }
    });
    return sent;
  }

  /// An article with comments of ten people, `عنوان 0` and so on; its id.
  private static String discussed(int count) {
    var article = id(publish(article()));
    Parallel.all(
        IntStream.iterate(0, from -> from < count, from -> from + COMMENTS_OF_A_READER)
            .mapToObj(from -> Executors.callable(() -> comments(article, from, count)))
            .toList(),
        2);
    return article;
  }

  /// Those of one reader, from a number on.
  private static void comments(String article, int from, int count) {
    try (var reader = Newspaper.reader()) {
      for (int i = from; i < Math.min(count, from + COMMENTS_OF_A_READER); i++) {
        var email = "reader" + i % 10 + "@" + article.toLowerCase(Locale.ROOT) + ".example";
        var body = "نص " + i + " رقم " + System.nanoTime();
        var comment = comment().put("title", "عنوان " + i).put("body", body).put("email", email);
        assertThat(reader.comment(article, comment).statusCode()).isEqualTo(202);
      }
    }
  }

  /// All comments of a status on an article.
  private static List<JsonNode> all(String article, String status) {
    var items = new ArrayList<JsonNode>();
    var next = "";
    do {
      var query = "?limit=100&status=" + status + "&article=" + article + next;
      var page = Newspaper.queue(query).json();
      page.path("items").forEach(items::add);
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return items;
  }
}
