package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import news.nashra.core.http.Json;

/// The WordPress that `bench/peers.sh` starts, and the requests of its editors and readers.
final class WordPress {
  final URI uri;
  private final String password;

  private WordPress(URI uri, String password) {
    this.uri = uri;
    this.password = password;
  }

  static WordPress of(Map<String, String> environment) {
    return new WordPress(
        URI.create(Objects.requireNonNull(environment.get("WORDPRESS"))),
        Objects.requireNonNull(environment.get("WORDPRESS_PASSWORD")));
  }

  /// Whether it was started.
  static boolean isRunning() {
    return System.getenv().containsKey("WORDPRESS");
  }

  static ObjectNode draft() {
    return Newsroom.object()
        .put("title", Requests.headline())
        .put("content", Requests.BODY)
        .put("status", "publish");
  }

  /// Publishes a post.
  HttpRequest post(ObjectNode draft) {
    return asEditor("/wp-json/wp/v2/posts")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(draft.toString()))
        .build();
  }

  /// Uploads a picture, from which WordPress makes smaller ones before it answers.
  HttpRequest upload(byte[] jpeg) {
    return asEditor("/wp-json/wp/v2/media")
        .header("Content-Type", "image/jpeg")
        .header("Content-Disposition", "attachment; filename=\"%d.jpg\"".formatted(jpeg.length))
        .POST(BodyPublishers.ofByteArray(jpeg))
        .build();
  }

  private HttpRequest.Builder asEditor(String path) {
    var user = ("admin:" + password).getBytes(StandardCharsets.UTF_8);
    return HttpRequest.newBuilder(uri.resolve(path))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
  }

  /// Comments on a post.
  HttpRequest reply(String post, int number, String text) {
    var form =
        "comment_post_ID=%s&author=%s&email=reader%d%%40example.com&comment=%s"
            .formatted(post, encoded("قارئ " + number), number, encoded(text));
    return HttpRequest.newBuilder(uri.resolve("/wp-comments-post.php"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build();
  }

  static JsonNode answer(HttpClient http, HttpRequest request) throws IOException {
    try {
      var answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new IllegalStateException(request.uri() + ": " + answer.body());
      }
      return Json.read(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
