package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.time.Duration;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/// A picture of which no renditions can be made, though nothing is wrong with it.
class BrokenResizeTest {
  @Test
  void whatFailsAtEachTryIsRefusedWithAReason() throws InterruptedException {
    try (var stack = Stack.start(Options.forgetful(Newspaper.HOME))) {
      // A file is where the renditions' folder has to be.
      stack
          .aws()
          .s3()
          .putObject(r -> r.bucket("nashra-sitebucket").key("media"), RequestBody.fromString("x"));
      var file = Photographs.photograph(100, 100, Color.RED);
      var body =
          Newspaper.object()
              .put("filename", "a.jpg")
              .put("contentType", "image/jpeg")
              .put("bytes", file.length);
      var announced = Newspaper.call(stack, "editor", "/api/media", body);
      assertThat(Photographs.put(announced.path("upload"), file)).isEqualTo(200);
      var path = "/api/media/" + announced.path("mediaId").asText();
      var until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
      var media = Newspaper.call(stack, "editor", path, null);
      while (media.path("status").asText().equals("awaiting") && System.nanoTime() < until) {
        Thread.sleep(100);
        media = Newspaper.call(stack, "editor", path, null);
      }
      assertThat(media.path("status").asText()).isEqualTo("refused");
      assertThat(media.path("reason").asText())
          .isEqualTo("تعذّرت معالجة الصورة بعد عدة محاولات. ارفعها من جديد، أو صدّرها بصيغة أخرى.");
    }
  }
}
