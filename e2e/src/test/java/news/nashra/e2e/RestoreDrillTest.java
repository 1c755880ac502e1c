package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.call;
import static news.nashra.e2e.Newspaper.object;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.Color;
import java.io.IOException;
import java.net.http.HttpRequest;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.RestoreDrill;
import news.nashra.local.stack.Stack;
import org.junit.jupiter.api.Test;

/// The drill of `mvn -Prestore-drill` with a small newspaper: two articles, one of them withdrawn,
/// a picture with a cut of its own, and breaking news.
class RestoreDrillTest {
  @Test
  void aNewspaperComesBackByteForByte() throws IOException, InterruptedException {
    var options = Options.forgetful(Newspaper.HOME);
    var stack = Stack.start(options);
    call(stack, "editor", "/api/articles", withPicture(picture(stack)).put("byline", "سلمى"));
    var gone = call(stack, "editor", "/api/articles", article().put("headline", "خبر سيُسحب"));
    call(stack, "editor", "/api/articles/" + gone.path("id").asText() + "/withdraw", object());
    RestoreDrill.writeBreakingNews(stack);
    var latest = Newspaper.send(HttpRequest.newBuilder(stack.uri().resolve("/latest.json")));
    assertThat(latest.json().at("/breaking/text").asText()).isEqualTo("خبر عاجل يعود مع الصحيفة");
    var outcome = RestoreDrill.of(stack, options);
    assertThat(outcome.differing()).isEmpty();
    assertThat(outcome.whole()).as(outcome.toString()).isTrue();
    assertThat(outcome.items()).isGreaterThan(10);
    assertThat(outcome.files()).isGreaterThan(30);
    assertThat(outcome.toString()).contains("byte for byte the site that was");
  }

  private static ObjectNode withPicture(String id) {
    var shown = article();
    var image = shown.putObject("image").put("mediaId", id).put("alt", "لون");
    image.putObject("focus").put("x", 0.2).put("y", 0.9);
    return shown;
  }

  private static String picture(Stack stack) {
    var file = Photographs.photograph(700, 500, Color.ORANGE);
    var announced =
        call(
            stack,
            "editor",
            "/api/media",
            object()
                .put("filename", "IMG_0001.JPG")
                .put("contentType", "image/jpeg")
                .put("bytes", file.length));
    assertThat(Photographs.put(announced.path("upload"), file)).isEqualTo(200);
    stack.settle();
    return announced.path("mediaId").asText();
  }
}
