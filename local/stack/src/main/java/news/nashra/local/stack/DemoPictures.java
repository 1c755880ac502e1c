package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import news.nashra.core.http.Json;

/// The pictures of the demo edition, drawn here and uploaded through the API as an editor would.
/// Which became which is kept on disk, so that an interrupted load goes on with the same ones.
final class DemoPictures {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DemoEdition.Api api;
  private final HttpClient http;
  private final Path file;
  private final Properties ids = new Properties();

  DemoPictures(DemoEdition.Api api, HttpClient http, Path file) throws IOException {
    this.api = api;
    this.http = http;
    this.file = file;
    if (Files.exists(file)) {
      try (var in = Files.newInputStream(file)) {
        ids.load(in);
      }
    }
  }

  /// Draws and uploads the picture of an article; its renditions are made meanwhile.
  ///
  /// @param seed tells the pictures of a section apart
  /// @return its media id
  String upload(String article, String section, int seed) throws IOException {
    var known = ids.getProperty(article);
    if (known != null) {
      return known;
    }
    var picture = Illustration.draw(section, seed);
    var body =
        Map.of(
            "filename",
            article.replace(".json", ".jpg"),
            "contentType",
            "image/jpeg",
            "bytes",
            picture.length);
    var media = api.call("POST", "/api/media", Json.write(body));
    put(media.path("upload"), picture);
    var id = media.path("mediaId").asText();
    ids.setProperty(article, id);
    try (var out = Files.newOutputStream(file)) {
      ids.store(out, null);
    }
    return id;
  }

  /// Waits until a picture may be shown.
  void await(String id) {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var media = api.call("GET", "/api/media/" + id, "");
      if (media.path("status").asText().equals("ready")) {
        return;
      }
      if (media.has("reason") || System.nanoTime() > until) {
        throw new StackFault("a picture of the demo edition is not ready: " + media);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFault("interrupted while the demo edition was loaded");
      }
    }
  }

  private void put(JsonNode upload, byte[] picture) throws IOException {
    var request =
        HttpRequest.newBuilder(URI.create(upload.path("url").asText()))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(picture));
    upload
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asText()));
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StackFault("a picture of the demo edition was not taken: " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFault("interrupted while the demo edition was loaded");
    }
  }
}
