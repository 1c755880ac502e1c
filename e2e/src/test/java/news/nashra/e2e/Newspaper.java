package news.nashra.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Stack;

/// One newspaper for all tests of a run, and the hands to use it with.
final class Newspaper {
  static final Path HOME = Path.of(System.getProperty("nashra.home", ".."));
  private static final JsonMapper JSON = new JsonMapper();
  private static final Stack STACK = Stack.start(Options.forgetful(HOME));
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Newspaper() {}

  /// What came back.
  record Answer(HttpResponse<String> http) {
    int status() {
      return http.statusCode();
    }

    String text() {
      return http.body();
    }

    String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return JSON.readTree(http.body());
      } catch (IOException e) {
        throw new UncheckedIOException(http.body(), e);
      }
    }

    /// The message of a field's fault, empty when it has none.
    String error(String field) {
      for (var error : json().path("errors")) {
        if (error.path("field").asText().equals(field)) {
          return error.path("message").asText();
        }
      }
      return "";
    }
  }

  static Stack stack() {
    return STACK;
  }

  static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(STACK.uri().resolve(path));
  }

  static HttpRequest.Builder asEditor(String path) {
    return request(path)
        .header("Authorization", "Bearer " + STACK.token("editor"))
        .header("Content-Type", "application/json");
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static Answer get(String path) {
    return send(request(path).GET());
  }

  static Answer read(String path) {
    return send(asEditor(path).GET());
  }

  static Answer post(String path, Object body) {
    return send(asEditor(path).POST(json(body)));
  }

  static Answer put(String path, String ifMatch, Object body) {
    return send(asEditor(path).header("If-Match", ifMatch).PUT(json(body)));
  }

  static Answer publish(Object article) {
    return post("/api/articles", article);
  }

  static HttpRequest.BodyPublisher json(Object body) {
    return HttpRequest.BodyPublishers.ofString(
        body instanceof String text ? text : String.valueOf(body));
  }

  static HttpRequest.BodyPublisher form(Map<String, String> fields) {
    return HttpRequest.BodyPublishers.ofString(
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
  }

  /// A small article that is in order.
  static ObjectNode article() {
    return JSON.createObjectNode()
        .put("headline", "خبر قصير للتجربة")
        .put("section", "society")
        .put("bodyHtml", "<p>جملة أولى في هذا الخبر. وجملة ثانية بعدها.</p>")
        .put("status", "published");
  }

  /// A comment that is in order.
  static ObjectNode comment() {
    return JSON.createObjectNode()
        .put("name", "قارئة")
        .put("email", "reader@example.com")
        .put("title", "رأي")
        .put("body", "تعليق رقم " + System.nanoTime())
        .put("termsAccepted", true);
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static String url(Answer receipt) {
    return receipt.json().path("url").asText();
  }

  static String id(Answer receipt) {
    return receipt.json().path("id").asText();
  }

  static URI uri(String path) {
    return STACK.uri().resolve(path);
  }
}
