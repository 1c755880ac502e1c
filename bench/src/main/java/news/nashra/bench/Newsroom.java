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
import news.nashra.local.stack.PresignedUpload;
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

  /// Uploads a picture and waits until it is ready.
  ///
  /// @return its id
  String picture(byte[] jpeg) {
    var announcement =
        object()
            .put("filename", "picture.jpg")
            .put("contentType", "image/jpeg")
            .put("bytes", jpeg.length);
    var announced = call("editor", "/api/media", announcement);
    desk.send(PresignedUpload.of(announced.path("upload"), jpeg));
    stack.settle();
    var id = announced.path("mediaId").asText();
    var media = read("editor", "/api/media/" + id);
    if (!media.path("status").asText().equals("ready")) {
      throw new IllegalStateException(media.toString());
    }
    return id;
  }

  /// The decision to approve the oldest comment that waits.
  ///
  /// @param query which comments, such as `?article=` with an id
  ObjectNode approval(String query) {
    var comment = read("moderator", "/api/comments" + query).at("/items/0");
    var body = object();
    body.putArray("decisions")
        .addObject()
        .put("articleId", comment.path("articleId").asText())
        .put("commentId", comment.path("commentId").asText())
        .put("decision", "approve");
    return body;
  }

  /// Publishes the next revision of an article.
  ///
  /// @param revision the last one
  JsonNode revise(String article, int revision, ObjectNode draft) {
    return answer(
        asUser("editor", "/api/articles/" + article)
            .header("If-Match", "\"" + revision + "\"")
            .PUT(HttpRequest.BodyPublishers.ofString(draft.toString())));
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
    return answer(asUser(user, path).method(method, body));
  }

  private HttpRequest.Builder asUser(String user, String path) {
    return HttpRequest.newBuilder(stack.uri().resolve(path))
        .header("Authorization", "Bearer " + stack.token(user))
        .header("Content-Type", "application/json");
  }

  private JsonNode answer(HttpRequest.Builder request) {
    var answer = desk.send(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.uri() + ": " + answer.body());
    }
    return Json.read(answer.body());
  }

  @Override
  public void close() {
    desk.close();
    stack.close();
  }
}
