package news.nashra.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Ids;
import news.nashra.core.Settings;
import news.nashra.core.aws.Aws;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.site.Messages;
import news.nashra.testing.HttpEvent;
import news.nashra.testing.LocalServices;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullUnmarked
class UploadMediaTest {
  @RegisterExtension
  static final LocalServices SERVICES = LocalServices.with().table("media").bucket("uploads");

  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");
  private static final String ID = "01KJ4Z6V8G0000000000000001";

  private final HttpClient http = HttpClient.newHttpClient();
  private Table table;
  private UploadMedia function;

  @BeforeEach
  void start() {
    table = new Table(SERVICES.dynamoDb(), "media");
    var uploads = new Uploads(new Aws(new Settings(SERVICES.environment())).presigner(), "uploads");
    var clock = InstantSource.fixed(NOW);
    function = new UploadMedia(Messages.load("ar"), table, uploads, new Ids(clock), clock);
  }

  @AfterEach
  void close() {
    http.shutdownNow();
  }

  /// The content policy of the desk names the bucket's host in its region.
  @ParameterizedTest
  @CsvSource({
    "us-east-1, pictures.s3.us-east-1.amazonaws.com",
    "eu-south-1, pictures.s3.eu-south-1.amazonaws.com",
    "cn-north-1, pictures.s3.cn-north-1.amazonaws.com.cn",
  })
  void theUrlIsOfTheRegion(String region, String host) {
    var environment =
        Map.of("AWS_REGION", region, "AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "s");
    try (var presigner = new Aws(new Settings(environment)).presigner()) {
      var signed =
          presigner.presignPutObject(put ->
              put.signatureDuration(Uploads.ADDRESS_LIFETIME)
                  .putObjectRequest(object -> object.bucket("pictures").key(ID)));
      assertThat(signed.url().getProtocol()).isEqualTo("https");
      assertThat(signed.url().getHost()).isEqualTo(host);
    }
  }

  @Test
  void theUrlAcceptsOneFileOfItsSizeAndType() throws Exception {
    var file = CameraFile.jpeg(CameraFile.quarters(40, 40));
    var answer = announce("صورة.jpg", "image/jpeg", file.length);
    assertThat(answer.path("statusCode").asInt()).isEqualTo(201);
    var body = Json.read(answer.path("body").asText());
    assertThat(body.path("expiresAt").asText()).isEqualTo("2026-02-23T08:10:00.000Z");
    assertThat(answer.at("/headers/location").asText())
        .isEqualTo("/api/media/" + body.path("mediaId").asText());
    var upload = body.path("upload");
    assertThat(upload.path("method").asText()).isEqualTo("PUT");
    assertThat(upload.path("url").asText()).contains("X-Amz-Expires=600");

    assertThat(put(upload, new byte[file.length + 1], Map.of())).isEqualTo(403);
    assertThat(put(upload, new byte[file.length - 1], Map.of())).isEqualTo(403);
    assertThat(put(upload, file, Map.of("content-type", "text/html"))).isEqualTo(403);
    assertThat(put(upload, file, Map.of("if-none-match", "x"))).isEqualTo(403);
    assertThat(put(upload, file, Map.of())).isEqualTo(200);
    assertThat(put(upload, file, Map.of())).isEqualTo(412);
    var id = body.path("mediaId").asText();
    assertThat(SERVICES.s3().getObjectAsBytes(r -> r.bucket("uploads").key(id)).asByteArray())
        .isEqualTo(file);
  }

  @Test
  void theUrlAcceptsNoOtherKey() throws Exception {
    var answer = Json.read(announce("a.png", "image/png", 10).path("body").asText());
    var upload = answer.path("upload");
    var other = upload.path("url").asText().replace(answer.path("mediaId").asText(), ID);
    var request = request(other, upload, new byte[10], Map.of());
    assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theStateOfAnUploadIsReported() throws IOException {
    var media = new Media(ID, "a.jpg", Format.JPEG, 10, "salma", NOW, new Media.Awaiting());
    MediaItems.create(table, media);
    assertThat(status(ID).path("status").asText()).isEqualTo("awaiting");
    MediaItems.settle(table, media.with(new Media.Refused(Refusal.PIXELS)));
    assertThat(status(ID).path("status").asText()).isEqualTo("refused");
    assertThat(status(ID).path("reason").asText()).contains("60 ميغابكسل");
    assertThat(
            call("GET /api/media/{id}", Map.of("id", "x"), Map.of(), "").path("statusCode").asInt())
        .isEqualTo(404);
  }

  @Test
  void uploadsAreListedNewestFirstWithoutGaps() throws IOException {
    var ids = new java.util.ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      var id = "01KJ4Z6V8G000000000000000" + i;
      ids.addFirst(id);
      MediaItems.create(
          table, new Media(id, "a.jpg", Format.JPEG, 10, "salma", NOW, new Media.Awaiting()));
    }
    var seen = new java.util.ArrayList<String>();
    var query = new HashMap<>(Map.of("limit", "2"));
    Optional<JsonNode> next;
    do {
      var page = Json.read(call("GET /api/media", Map.of(), query, "").path("body").asText());
      page.path("items").forEach(item -> seen.add(item.path("mediaId").asText()));
      next = Optional.ofNullable(page.get("next"));
      next.ifPresent(cursor -> query.put("cursor", cursor.asText()));
    } while (next.isPresent());
    assertThat(seen).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource({
    "'',image/jpeg,10,filename",
    "a.svg,image/svg+xml,10,contentType",
    "a.jpg,image/jpeg,0,bytes",
    "a.jpg,image/jpeg,26214401,bytes",
    "a.jpg,'',10,contentType"
  })
  void aBadFieldIsNamed(String filename, String type, long bytes, String field) throws IOException {
    var answer = announce(filename, type, bytes);
    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    assertThat(Json.read(answer.path("body").asText()).at("/errors/0/field").asText())
        .isEqualTo(field);
    assertThat(MediaItems.newest(table, Optional.empty(), 1)).isEmpty();
  }

  @Test
  void anEditorReadsWhatToDoOnThePhone() throws IOException {
    assertThat(message("image/heic"))
        .contains("HEIC", "الإعدادات ← الكاميرا ← التنسيقات ← «الأكثر توافقا»", "JPEG");
    assertThat(message("image/heif-sequence")).isEqualTo(message("image/heic"));
    assertThat(message("image/avif")).contains("AVIF", "JPEG");
    assertThat(message("image/svg+xml")).startsWith("نوع الملف غير مقبول");
  }

  private String message(String contentType) throws IOException {
    var answer = announce("IMG_0001", contentType, 10);
    assertThat(answer.path("statusCode").asInt()).isEqualTo(422);
    var error = Json.read(answer.path("body").asText()).at("/errors/0");
    assertThat(error.path("field").asText()).isEqualTo("contentType");
    return error.path("message").asText();
  }

  private JsonNode announce(String filename, String type, long bytes) throws IOException {
    var body = Map.of("filename", filename, "contentType", type, "bytes", bytes);
    return call("POST /api/media", Map.of(), Map.of(), Json.write(body));
  }

  private JsonNode status(String id) throws IOException {
    return Json.read(
        call("GET /api/media/{id}", Map.of("id", id), Map.of(), "").path("body").asText());
  }

  private JsonNode call(
      String route, Map<String, String> path, Map<String, String> query, String body) {
    var event = HttpEvent.of(route).as("editors", "salma").json(body);
    path.forEach(event::path);
    query.forEach(event::query);
    return event.sendTo(function).payload();
  }

  private int put(JsonNode upload, byte[] file, Map<String, String> otherHeaders)
      throws IOException, InterruptedException {
    var request = request(upload.path("url").asText(), upload, file, otherHeaders);
    // A refused file is not read, and the connection ends: the next one must not be sent on it.
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }

  private static HttpRequest request(
      String url, JsonNode upload, byte[] file, Map<String, String> otherHeaders) {
    var headers = new HashMap<String, String>();
    upload
        .path("headers")
        .properties()
        .forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    assertThat(headers).containsOnlyKeys("content-type", "if-none-match");
    headers.putAll(otherHeaders);
    var request =
        HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofByteArray(file));
    headers.forEach(request::header);
    return request.build();
  }
}
