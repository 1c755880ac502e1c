package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.object;
import static news.nashra.e2e.Newspaper.publish;
import static news.nashra.e2e.Newspaper.url;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Pictures in Chromium: which ones it asks for, that it can read them, and that it can upload
/// some.
class PictureJourneyTest extends BrowserTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void aPhoneAsksForASmallRenditionAndADesktopForALargerOne() {
    var id = Photographs.ready(2000, 1300, Color.MAGENTA);
    var receipt = publish(article().set("image", object().put("mediaId", id).put("alt", "غروب")));
    visit(360, 640, 2, url(receipt));
    assertThat(asked).containsExactly("/media/" + id + "/720.webp");
    visit(1280, 800, 2, url(receipt));
    assertThat(asked).containsExactly("/media/" + id + "/1920.webp");
  }

  @Test
  void whatIsFarBelowIsAskedForWhenTheReaderComesNear() {
    var lead = Photographs.ready(1000, 700, Color.CYAN);
    var far = Photographs.ready(800, 600, Color.YELLOW);
    var body = "<p>" + "فقرة طويلة من نص الخبر. ".repeat(60) + "</p>";
    var receipt =
        publish(
            article()
                .put("bodyHtml", body.repeat(8) + "<img data-media='" + far + "' alt='حقل'>")
                .set("image", object().put("mediaId", lead).put("alt", "بحر")));
    var page = visit(360, 640, 2, url(receipt));
    assertThat(asked).allMatch(path -> path.contains(lead)).hasSize(1);
    page.waitForRequest(
        request -> request.url().contains(far),
        () -> page.locator("img[alt=حقل]").scrollIntoViewIfNeeded());
  }

  @Test
  void chromiumReadsEveryRendition() {
    var id = Photographs.ready(1000, 500, Color.RED);
    var page = visit(800, 600, 1, "/");
    for (int width : List.of(320, 720, 960, 1000)) {
      for (var format : List.of("webp", "jpg")) {
        var size =
            page.evaluate(
                "async (path) => { const i = new Image(); i.src = path; await i.decode(); return i.naturalWidth + 'x' + i.naturalHeight; }",
                "/media/" + id + "/" + width + "." + format);
        assertThat(size).isEqualTo(width + "x" + width / 2);
      }
    }
  }

  /// From a page of the newspaper to another origin: the bucket allows it. (The desk's own policy
  /// for connections is not there yet.)
  @Test
  void aBrowserUploads() {
    var file = Photographs.photograph(300, 200, Color.GRAY);
    var announced = Photographs.announce("image/jpeg", file.length).json();
    var context = browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
    var page = context.newPage();
    page.navigate(Newspaper.uri("/").toString());
    var status =
        page.evaluate(
            "async ({url, headers, bytes}) => (await fetch(url, {method: 'PUT', headers, body: new Uint8Array(bytes)})).status",
            Map.of(
                "url", announced.at("/upload/url").asText(),
                "headers",
                    Map.of(
                        "content-type", announced.at("/upload/headers/content-type").asText(),
                        "if-none-match", announced.at("/upload/headers/if-none-match").asText()),
                "bytes", numbers(file)));
    assertThat(status).isEqualTo(200);
    Newspaper.stack().settle();
    var media = Newspaper.read("/api/media/" + announced.path("mediaId").asText()).json();
    assertThat(media.path("status").asText()).isEqualTo("ready");
    context.close();
  }

  private static List<Integer> numbers(byte[] bytes) {
    var numbers = new ArrayList<Integer>();
    for (byte b : bytes) {
      numbers.add(b & 0xFF);
    }
    return numbers;
  }

  /// Opens a page on a screen of this size, and notes which pictures it asks for.
  private Page visit(int width, int height, double density, String path) {
    asked.clear();
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setDeviceScaleFactor(density));
    var page = context.newPage();
    page.onRequest(request -> {
      var asks = request.url().replace(Newspaper.stack().uri().toString(), "");
      if (asks.startsWith("/media/")) {
        asked.add(asks);
      }
    });
    page.navigate(Newspaper.uri(path).toString());
    page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
    return page;
  }
}
