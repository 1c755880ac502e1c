package news.nashra.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;

/// A newspaper to be measured, empty, with its data on disk, and the hands to use it with.
final class Newsroom implements AutoCloseable {
  private static final AtomicInteger READERS = new AtomicInteger();

  final Stack stack;
  private final Reader desk;

  Newsroom() throws IOException {
    this(Files.createTempDirectory("nashra-bench"));
  }

  /// @param data where it keeps, or has kept, its data
  Newsroom(Path data) {
    stack = Stack.start(Options.keeping(Path.of("").toAbsolutePath(), data));
    desk = reader();
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
    return desk.send(HttpRequest.newBuilder(stack.uri().resolve(path))).body();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private JsonNode send(String as, String path, HttpRequest.BodyPublisher body, String method) {
    var answer =
        desk.send(
            HttpRequest.newBuilder(stack.uri().resolve(path))
                .header("Authorization", "Bearer " + stack.token(as))
                .header("Content-Type", "application/json")
                .method(method, body));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return Json.read(answer.body());
  }

  @Override
  public void close() {
    desk.close();
    stack.close();
  }
}
