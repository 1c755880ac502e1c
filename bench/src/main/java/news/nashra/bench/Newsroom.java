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

/// A newspaper to be measured, empty at first, with its data on disk, and the calls to use it.
final class Newsroom implements AutoCloseable {
  private static final AtomicInteger READERS = new AtomicInteger();

  final Stack stack;
  private final Reader desk;

  Newsroom() throws IOException {
    this(Files.createTempDirectory("nashra-bench"));
  }

  /// @param data folder of its data, which may exist already
  Newsroom(Path data) {
    stack = Stack.start(Options.keeping(Path.of("").toAbsolutePath(), data));
    desk = reader();
  }

  /// A reader with an address of its own.
  Reader reader() {
    return new Reader(stack.uri(), READERS.incrementAndGet());
  }

  /// Publishes an article.
  ///
  /// @return its receipt, with the id and the address
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

  JsonNode call(String user, String path, ObjectNode body) {
    return send(user, path, HttpRequest.BodyPublishers.ofString(body.toString()), "POST");
  }

  JsonNode read(String user, String path) {
    return send(user, path, HttpRequest.BodyPublishers.noBody(), "GET");
  }

  /// The HTML of a page.
  String page(String path) {
    return desk.send(HttpRequest.newBuilder(stack.uri().resolve(path))).body();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private JsonNode send(String user, String path, HttpRequest.BodyPublisher body, String method) {
    var answer =
        desk.send(
            HttpRequest.newBuilder(stack.uri().resolve(path))
                .header("Authorization", "Bearer " + stack.token(user))
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
