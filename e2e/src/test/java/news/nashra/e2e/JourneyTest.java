package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What readers do, in Chromium.
class JourneyTest extends BrowserTest {
  private final List<String> complaints = new ArrayList<>();
  private String address = "";
  private String day = "";
  private String discussed = "";
  private String status = "";

  @BeforeAll
  void publishFromTheNewsroom() {
    var receipt =
        publish(
            article()
                .put("headline", "قطار الليل يعود إلى الجنوب بعد عشر سنوات")
                .put("section", "society")
                .put("city", "مراكش")
                .put("source", "نشرة")
                .put("byline", "Salma Ali")
                .put("correction", "عاد القطار بعد عشر سنوات، لا تسع.")
                .<ObjectNode>set("tags", Newspaper.object().arrayNode().add("Open Data"))
                .put(
                    "bodyHtml",
                    "<p>وصل أول قطار.</p><h2>بالأرقام</h2><table><tr><th>السنة</th><th>الركاب</th></tr><tr><td>2026</td><td>1,200</td></tr></table>"
                        + "<aside><h3>ما هو الخط؟</h3><p>بُني سنة 1917.</p></aside>"
                        + "<blockquote data-pull>لن نفوّت القطار.</blockquote>"
                        + "<figure data-embed='https://youtu.be/x'><figcaption>الوصول</figcaption></figure>"));
    assertThat(receipt.status()).isEqualTo(201);
    address = url(receipt);
    day = address.substring(0, "/2026/02/23/".length());
    var talk = publish(article().put("headline", "مقال كثر فيه النقاش"));
    Newspaper.discuss(Newspaper.id(talk), 53);
    discussed = url(talk);
    status =
        "/api/comments/"
            + Newspaper.comment(Newspaper.id(talk), Newspaper.comment())
                .json()
                .path("reference")
                .asText();
  }

  @BeforeEach
  void forgetRates() {
    Newspaper.forgetRates();
    complaints.clear();
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
    write(page, "تعليق من متصفح فيه جافاسكربت 👨‍👩‍👧‍👦");
    page.locator("#comment-form button").click();
    page.waitForURL("**/?comment=*");
    assertThat(page.locator("#comment-reference").textContent()).matches("[\\w-]{40,}");
    assertThat(page.locator("#comment-received").isVisible()).isTrue();
    assertThat(complaints).isEmpty();
  }

  @Test
  void aCommentSentBeforeItsSecurityCodeIsFoundWaitsForIt() {
    var page = reader(true);
    page.route(
        "**/api/comments/challenge*",
        route -> {
          page.waitForTimeout(700);
          route.resume();
        });
    page.navigate(Newspaper.uri(address).toString());
    write(page, "تعليق مستعجل");
    page.locator("#comment-form button").click();
    page.waitForURL("**/?comment=*");
    Chromium.await(page, "sessionStorage.length === 0");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aCommentWithoutAChallengeIsAskedTheQuestion() {
    var page = reader(true);
    page.route("**/api/comments/challenge*", route -> route.abort());
    page.navigate(Newspaper.uri(address).toString());
    write(page, "تعليق انقطعت شبكته");
    page.locator("#comment-form button").click();
    page.locator("#comment-answer").waitFor();
    page.locator("#comment-answer").fill(Question.answer(page.content()));
    page.locator("#comment-form button").click();
    page.waitForURL("**/?comment=*");
  }

  @Test
  void aCommentIsNotHeldByAChallengeThatFails() {
    var page = reader(true);
    page.route(
        "**/api/comments/challenge*",
        route -> route.fulfill(new Route.FulfillOptions().setStatus(503).setBody("{}")));
    page.navigate(Newspaper.uri(address).toString());
    write(page, "تعليق لم يصله رمز الأمان");
    page.locator("#comment-form button").click();
    page.locator("#comment-answer").waitFor();
  }

  @Test
  void whatWasWrittenOutlivesAReloadInItsTab() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    write(page, "نص لا يضيع");
    page.reload();
    PlaywrightAssertions.assertThat(page.locator("#comment-body"))
        .hasValue(Pattern.compile("نص لا يضيع"));
    assertThat(page.locator("#comment-name").inputValue()).isEqualTo("قارئة");
    var other = reader(true);
    other.navigate(Newspaper.uri(address).toString());
    other.locator("#latest ol").waitFor(); // by then all scripts have run
    assertThat(other.locator("#comment-body").inputValue()).isEmpty();
  }

  @Test
  void theSecurityCheckIsAnnouncedAndRunsInAWorker() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    var check = page.locator("#comment-check");
    assertThat(check.getAttribute("role")).isEqualTo("status");
    assertThat(check.textContent()).isEmpty();
    page.locator("#comment-name").focus();
    page.locator("#comment-check", new Page.LocatorOptions().setHasText("انتهى الفحص")).waitFor();
    assertThat(page.locator("[name=altcha]").inputValue()).isNotEmpty();
    assertThat(page.evaluate("getComputedStyle(document.getElementById('comment-check')).display"))
        .isNotEqualTo("none");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aCommentIsWrittenByKeyboardAlone() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    page.locator("#comment-name").focus();
    var keyboard = page.keyboard();
    for (var text :
        List.of(
            "قارئة", "keys@example.com", "رأيي", "تعليق من لوحة المفاتيح " + System.nanoTime())) {
      keyboard.insertText(text);
      keyboard.press("Tab");
    }
    keyboard.press("Tab"); // over the publishing conditions
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("comment-terms");
    keyboard.press("Space");
    keyboard.press("Tab"); // the terms of use
    keyboard.press("Tab");
    keyboard.press("Enter");
    page.waitForURL("**/?comment=*");
    assertThat(complaints).isEmpty();
  }

  @Test
  void hostileCommentsRunNothing() {
    var receipt = publish(article());
    HostileCommentTest.approveAllOn(Newspaper.id(receipt));
    var page = reader(true);
    page.onDialog(dialog -> {
      complaints.add("a dialog: " + dialog.message());
      dialog.dismiss();
    });
    page.navigate(Newspaper.uri(url(receipt)).toString());
    page.locator("#latest ol").waitFor();
    assertThat(page.locator("ol.comments > li").count()).isEqualTo(10);
    page.locator(".more a").click();
    assertThat(page.locator("ol.comments > li").count())
        .isEqualTo(HostileCommentTest.VECTORS.size());
    assertThat(complaints).isEmpty();
  }

  @Test
  void theFormWorksWithoutScript() {
    var page = reader(false);
    page.navigate(Newspaper.uri(address).toString());
    write(page, "تعليق من متصفح بلا جافاسكربت");
    page.locator("#comment-form button").click();
    assertThat(page.locator("#comment-body").inputValue()).contains("تعليق من متصفح بلا جافا");
    page.locator("#comment-answer").waitFor();
    page.locator("#comment-answer").fill(Question.answer(page.content()));
    page.locator("#comment-form button").click();
    page.waitForURL("**/api/comments/*");
    assertThat(page.locator("code").textContent()).isEqualTo(page.url().replaceAll(".*/", ""));
    assertThat(page.content()).contains("لم يقرأه المحررون بعد");
  }

  @Test
  void theCounterCountsAsTheServerDoes() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address).toString());
    var family = "👨‍👩‍👧‍👦";
    page.locator("#comment-title").fill(family.repeat(110));
    page.locator("#comment-title-left", new Page.LocatorOptions().setHasText("المتبقية: 10"))
        .waitFor();
    page.locator("#comment-title").fill(family.repeat(109));
    assertThat(page.locator("#comment-title-left").isVisible()).isFalse();
    page.locator("#comment-title").fill(family.repeat(120));
    page.locator("#comment-title-left", new Page.LocatorOptions().setHasText("المتبقية: 0"))
        .waitFor();
    page.locator("#comment-title").fill(family.repeat(121));
    assertThat(page.locator("#comment-title-left").textContent())
        .isEqualTo("تجاوزت الحد بحرف واحد");
    assertThat(page.locator("#comment-title").evaluate("field => field.validationMessage"))
        .isEqualTo("النص أطول من المسموح به: الحد الأقصى لعدد الأحرف 120.");
    assertThat(color(page, "#comment-title-left")).isNotEqualTo(color(page, "#comment-name-left"));
  }

  @Test
  void anEmptyFieldReadsAsItsPage() {
    var page = reader(false);
    page.navigate(Newspaper.uri(address).toString());
    for (var field : List.of("#comment-name", "#comment-title", "#comment-body")) {
      var direction = "field => getComputedStyle(field).direction";
      assertThat(page.locator(field).evaluate(direction)).as(field).isEqualTo("rtl");
      page.locator(field).fill("Latin");
      assertThat(page.locator(field).evaluate(direction)).as(field).isEqualTo("ltr");
    }
  }

  @Test
  void onlyAReferenceIsShownAsOne() {
    var page = reader(true);
    page.navigate(Newspaper.uri(address + "?comment=call-0800-1234567-to-be-paid").toString());
    assertThat(page.locator("#comment-reference").textContent()).isEmpty();
  }

  @Test
  void everyKindOfPageIsAccessible() {
    var month = day.substring(0, "/2026/02/".length());
    Newspaper.stack().settle();
    for (var path :
        List.of(
            "/",
            "/society/",
            day,
            month,
            "/society" + month,
            "/authors/salma-ali/",
            "/topics/open-data/",
            "/corrections/",
            address,
            discussed,
            discussed + "comments/1/",
            status,
            "/archive/",
            "/about/",
            "/privacy/",
            "/terms/",
            "/404.html",
            "/fragments/latest.html")) {
      for (var look : Look.of(320, 1280)) {
        var context = browser.newContext(look.options());
        var page = context.newPage();
        page.navigate(Newspaper.uri(path).toString());
        Chromium.assertAccessible(page, path + " " + look);
        context.close();
      }
    }
  }

  private static Object color(Page page, String selector) {
    return page.locator(selector).evaluate("element => getComputedStyle(element).color");
  }

  private void write(Page page, String text) {
    page.locator("#comment-name").fill("قارئة");
    page.locator("#comment-email").fill("reader@example.com");
    page.locator("#comment-title").fill("رأيي");
    page.locator("#comment-body").fill(text + " " + System.nanoTime());
    page.locator("#comment-terms").check();
  }

  private Page reader(boolean script) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(script));
    var page = context.newPage();
    Chromium.listen(page, complaints);
    page.onRequest(request -> {
      if (!request.url().startsWith(Newspaper.stack().uri().toString())) {
        complaints.add("a third party: " + request.url());
      }
    });
    return page;
  }
}
