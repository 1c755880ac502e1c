package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.comment;
import static news.nashra.e2e.Newspaper.id;
import static news.nashra.e2e.Newspaper.publish;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our challenges are ALTCHA's: its official widget solves them, and its payload is taken.
@Tag("browser")
class WidgetTest {
  @Test
  void theOfficialWidgetSolvesOurChallenge() {
    var id = id(publish(article()));
    try (var playwright = Playwright.create();
        var browser = Chromium.launch(playwright)) {
      var page = browser.newPage();
      page.route(
          "**/altcha.js",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setPath(
                          Newspaper.HOME.resolve("e2e/widget/node_modules/altcha/dist/altcha.js"))
                      .setContentType("text/javascript")));
      page.route(
          "**/widget/",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("text/html")
                      .setBody(
                          """
                          <!doctype html><title>Widget</title>
                          <script type="module" src="/altcha.js"></script>
                          <form><altcha-widget auto="onload"
                            challengeurl="/api/comments/challenge?article=%s"></altcha-widget></form>
                          """
                              .formatted(id))));
      page.navigate(Newspaper.uri("/widget/").toString());
      page.locator("altcha-widget [data-state=verified]").waitFor();
      var payload = page.locator("input[name=altcha]").inputValue();
      assertThat(comment(id, comment().put("altcha", payload)).status()).isEqualTo(202);
      assertThat(comment(id, comment().put("altcha", payload)).status()).isEqualTo(422);
    }
  }
}
