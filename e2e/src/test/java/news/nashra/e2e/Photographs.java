package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import javax.imageio.ImageIO;
import news.nashra.local.stack.PresignedUpload;

/// Pictures of an editor, and their way into the newspaper.
final class Photographs {
  private Photographs() {}

  /// A JPEG of a colour that fades.
  static byte[] photograph(int width, int height, Color colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, colour, width, height, colour.darker()));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "jpeg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Newspaper.Answer announce(String contentType, int bytes) {
    return Newspaper.post(
        "/api/media",
        Newspaper.object()
            .put("filename", "IMG_0001.JPG")
            .put("contentType", contentType)
            .put("bytes", bytes));
  }

  /// The status with which an upload was answered.
  static int put(JsonNode upload, byte[] file) {
    var request = PresignedUpload.of(upload, file);
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Uploads a file and waits until something became of it.
  static JsonNode upload(String contentType, byte[] file) {
    var announced = announce(contentType, file.length);
    assertThat(announced.status()).as(announced.text()).isEqualTo(201);
    assertThat(put(announced.json().path("upload"), file)).isEqualTo(200);
    Newspaper.stack().settle();
    return Newspaper.read("/api/media/" + announced.json().path("mediaId").asText()).json();
  }

  /// The id of a picture that is ready.
  static String ready(int width, int height, Color colour) {
    var media = upload("image/jpeg", photograph(width, height, colour));
    assertThat(media.path("status").asText()).as(media.toString()).isEqualTo("ready");
    return media.path("mediaId").asText();
  }
}
