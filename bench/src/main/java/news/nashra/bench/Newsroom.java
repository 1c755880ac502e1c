package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;

/// A newspaper to be measured, empty, with its data on disk, and the hands to use it with.
final class Newsroom implements AutoCloseable {
  private static final AtomicInteger READERS = new AtomicInteger();

  final Stack stack;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Newsroom() throws IOException {
    var data = Files.createTempDirectory("nashra-bench");
    stack =
        Stack.start(
            new Options(
                Path.of("").toAbsolutePath(),
                Optional.of(data),
                0,
                false,
                Map.of("ChallengeMaxNumber", "1000")));
  }

  /// A reader whose address nobody else has.
  Reader reader() {
    return new Reader(stack.uri(), READERS.incrementAndGet());
  }

  /// The id and the address of a new article.
  JsonNode publish() {
    var article =
        object()
            .put("headline", "خبر للقياس")
            .put("section", "society")
            .put("bodyHtml", "<p>" + "جملة في خبر للقياس. ".repeat(40) + "</p>")
            .put("status", "published");
    return call("editor", "/api/articles", article);
  }

  static ObjectNode comment(int number) {
    return object()
        .put("name", "قارئ " + number)
        .put("email", "reader" + number + "@example.com")
        .put("title", "رأي")
        .put("body", "تعليق رقم " + number + ": " + "كلام يقوله قارئ في بضع كلمات. ".repeat(6))
        .put("termsAccepted", true);
  }

  JsonNode call(String as, String path, ObjectNode body) {
    return send(as, path, HttpRequest.BodyPublishers.ofString(body.toString()), "POST");
  }

  JsonNode read(String as, String path) {
    return send(as, path, HttpRequest.BodyPublishers.noBody(), "GET");
  }

  /// A page as a reader gets it.
  String page(String path) {
    return http(HttpRequest.newBuilder(stack.uri().resolve(path))).body();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private JsonNode send(String as, String path, HttpRequest.BodyPublisher body, String method) {
    var answer =
        http(
            HttpRequest.newBuilder(stack.uri().resolve(path))
                .header("Authorization", "Bearer " + stack.token(as))
                .header("Content-Type", "application/json")
                .method(method, body));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return Json.read(answer.body());
  }

  private HttpResponse<String> http(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
