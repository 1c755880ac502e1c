package news.nashra.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static news.nashra.e2e.Desk.button;
import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who comes to the desk: signing in and out, what a group sees, the list of articles.
class DeskJourneyTest extends BrowserTest {
  private static final String SIGN_OUT = "تسجيل الخروج";

  @BeforeAll
  void publishSome() {
    publish(article().put("headline", "القطار الليلي يعود إلى السكة القديمة"));
    publish(article().put("headline", "مكتبة الحي تفتح أبوابها").put("status", "draft"));
  }

  @Test
  void anEditorSignsInFindsAnArticleAndSignsOut() {
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      var page = desk.page();
      assertThat(page.locator(".list-item").first()).isVisible();
      page.getByRole(AriaRole.SEARCHBOX).fill("القطار الليلي");
      page.keyboard().press("Enter");
      assertThat(page.locator(".list-item")).hasCount(1);
      assertThat(page.locator(".list-headline")).hasText("القطار الليلي يعود إلى السكة القديمة");
      button(page, SIGN_OUT).click();
      page.waitForURL("**/oauth2/authorize**");
      assertThat(desk.errors()).isEmpty();
    }
  }

  @Test
  void aSessionThatWasRevokedEverywhereIsOver() {
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      var another = desk.context().newPage();
      another.navigate(Newspaper.uri("/desk/").toString());
      assertThat(another.locator(".list-item").first()).isVisible();
      button(another, SIGN_OUT).click();
      another.waitForURL("**/oauth2/authorize**");
      desk.page().reload();
      desk.page().waitForURL("**/oauth2/authorize**");
    }
  }

  @Test
  void whoeverIsInNoGroupIsToldSo() {
    try (var desk = Desk.open(browser, "nobody", "")) {
      assertThat(desk.page().locator("main")).containsText("اطلب من مدير النظام إضافتك");
      Chromium.assertAccessible(desk.page(), "nobody");
    }
  }

  @Test
  void theLanguageOfTheDeskIsChosenByThePerson() {
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      desk.page().getByLabel("لغة المكتب").selectOption("fr");
      assertThat(button(desk.page(), "Se déconnecter")).isVisible();
      assertThat(desk.page().locator("html")).hasAttribute("dir", "ltr");
      assertThat(desk.page().locator(".list-item").first()).isVisible();
    }
  }

  @Test
  void theListIsAccessibleAtEveryWidthByDayAndByNight() {
    for (var look : Look.of(320, 390, 1280, 1920)) {
      try (var desk = Desk.open(browser, look.options(), "editor,moderator", "#/articles")) {
        assertThat(desk.page().locator(".list-item").first()).isVisible();
        Chromium.assertAccessible(desk.page(), look.toString());
      }
    }
  }

  @Test
  void thePolicyLetsNothingElseRun() {
    try (var desk = Desk.open(browser, "editor", "#/articles")) {
      var refused =
          desk.page()
              .evaluate(
                  """
                  () => {
                    try {
                      document.body.innerHTML = "<p>x</p>";
                      return "";
                    } catch (fault) {
                      return fault.name;
                    }
                  }
                  """);
      assertThat(refused).isEqualTo("TypeError");
    }
  }
}
