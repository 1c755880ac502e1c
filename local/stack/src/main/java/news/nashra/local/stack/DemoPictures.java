package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.StackFault;

/// The pictures of the demo edition, uploaded through the API as an editor would. Which became
/// which is kept on disk, so that an interrupted load goes on with the same ones.
final class DemoPictures {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// Answers the second try of an upload, if the first one arrived and its answer did not.
  private static final int PRECONDITION_FAILED = 412;

  private final DemoEdition.Api api;
  private final HttpClient http;
  private final Retry retry;
  private final Path idsFile;
  private final Properties ids = new Properties();

  DemoPictures(DemoEdition.Api api, HttpClient http, Retry retry, Path idsFile) throws IOException {
    this.api = api;
    this.http = http;
    this.retry = retry;
    this.idsFile = idsFile;
    if (Files.exists(idsFile)) {
      try (var in = Files.newInputStream(idsFile)) {
        ids.load(in);
      }
    }
  }

  /// Uploads the picture of an article; its renditions are made meanwhile.
  ///
  /// @param file a WebP
  /// @return its media id
  String upload(String article, Path file) throws IOException {
    var known = ids.getProperty(article);
    if (known != null) {
      return known;
    }
    var picture = Files.readAllBytes(file);
    var body =
        Map.of(
            "filename",
            String.valueOf(file.getFileName()),
            "contentType",
            "image/webp",
            "bytes",
            picture.length);
    var media = api.call("POST", "/api/media", Json.write(body));
    put(media.path("upload"), picture);
    var id = media.path("mediaId").asText();
    ids.setProperty(article, id);
    store();
    return id;
  }

  private void store() throws IOException {
    try (var out = Files.newOutputStream(idsFile)) {
      ids.store(out, null);
    }
  }

  /// Waits until a picture may be shown. One that was refused is forgotten, so that the next start
  /// uploads another.
  void await(String id) throws IOException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var media = api.call("GET", "/api/media/" + id, "");
      if (media.path("status").asText().equals("ready")) {
        return;
      }
      if (media.has("reason")) {
        ids.values().remove(id);
        store();
        throw new StackFault(
            "a picture of the demo edition was refused: %s; start again to upload another"
                .formatted(media.path("reason").asText()));
      }
      if (System.nanoTime() > until) {
        throw new StackFault(
            "a picture of the demo edition is not ready after %d minutes; start again to go on"
                .formatted(PATIENCE.toMinutes()));
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StackFault("interrupted while the demo edition was loaded");
      }
    }
  }

  private void put(JsonNode upload, byte[] picture) {
    var request = PresignedUpload.of(upload, picture);
    var answer =
        retry.send(
            "the upload of a picture of the demo edition",
            () -> http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    if (answer.statusCode() != 200 && answer.statusCode() != PRECONDITION_FAILED) {
      throw new StackFault("a picture of the demo edition was not taken: " + answer.body());
    }
  }
}
