package news.nashra.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.StackFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPicturesTest {
  @TempDir Path directory;

  @Test
  void anUploadOfWhichTheAnswerWasLostIsDone() throws IOException {
    try (var bucket = new FlakyServer(0, 412)) {
      assertThat(pictures(bucket).upload("a.json", picture())).isEqualTo("m1");
      assertThat(bucket.requests()).isEqualTo(2);
    }
  }

  @Test
  void anUploadIsNotRepeatedByTheNextStart() throws IOException {
    try (var bucket = new FlakyServer(200)) {
      pictures(bucket).upload("a.json", picture());
      assertThat(pictures(bucket).upload("a.json", picture())).isEqualTo("m1");
      assertThat(bucket.requests()).isEqualTo(1);
    }
  }

  @Test
  void aRefusedPictureIsUploadedAnewByTheNextStart() throws IOException {
    try (var bucket = new FlakyServer(200)) {
      var pictures = pictures(bucket);
      var id = pictures.upload("a.json", picture());
      assertThatThrownBy(() -> pictures.await(id))
          .isInstanceOf(StackFault.class)
          .hasMessage(
              "a picture of the demo edition was refused: too slow; start again to upload another");
      pictures(bucket).upload("a.json", picture());
      assertThat(bucket.requests()).isEqualTo(2);
    }
  }

  private Path picture() throws IOException {
    return Files.write(directory.resolve("a.webp"), new byte[] {1});
  }

  /// With an API that announces uploads to `bucket`, and refuses every picture.
  private DemoPictures pictures(FlakyServer bucket) throws IOException {
    var announced = new AtomicInteger();
    DemoEdition.Api api =
        (method, path, body) ->
            method.equals("POST")
                ? upload("m" + announced.incrementAndGet(), bucket)
                : Json.read("{\"status\": \"refused\", \"reason\": \"too slow\"}");
    var retry = new Retry(Duration.ofMillis(1));
    return new DemoPictures(api, bucket.http(), retry, directory.resolve("pictures"));
  }

  private static JsonNode upload(String id, FlakyServer bucket) {
    return Json.read(
        """
        {"mediaId": "%s", "upload": {"url": "%s", "headers": {"if-none-match": "*"}}}
        """
            .formatted(id, bucket.uri()));
  }
}
