package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;

/// Fills a new newspaper with the articles of `edition/demo` and the comments on them, through the
/// API as editors, readers and moderators would.
final class DemoEdition {
  /// The newspaper takes so many comments from one address.
  private static final int COMMENTS_OF_A_READER = 5;

  private final Stack stack;
  private final Path directory;
  private final Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private int sent;

  private DemoEdition(Stack stack, Path directory, Path data) {
    this.stack = stack;
    this.directory = directory;
    this.data = data;
  }

  /// Loads the edition unless an earlier start did. An interrupted load is taken up again: each
  /// article has an `Idempotency-Key` of its own, and a repeated comment is the first one.
  ///
  /// @param directory with a file for each article, and one of the same name in `comments/` for
  ///   those that have some
  static void loadOnce(Stack stack, Path directory, Path data) throws IOException {
    var mark = data.resolve("demo-loaded");
    if (!Files.exists(mark)) {
      new DemoEdition(stack, directory, data).load();
      Files.writeString(mark, "");
    }
  }

  /// A call of the API as an editor.
  interface Api {
    JsonNode call(String method, String path, String body);
  }

  private void load() throws IOException {
    var pictures =
        new DemoPictures(
            (method, path, body) -> call("editor", method, path, body),
            http,
            data.resolve("demo-pictures"));
    var articles = new LinkedHashMap<String, ObjectNode>();
    var seeds = new HashMap<String, Integer>();
    for (var file : files(directory)) { // renditions are made while the next one is drawn
      var name = file.getFileName().toString();
      var article = (ObjectNode) Json.read(Files.readString(file));
      if (article.get("image") instanceof ObjectNode image) {
        var section = article.path("section").asText();
        int seed = seeds.merge(section, 1, Integer::sum) - 1;
        image.put("mediaId", pictures.upload(name, section, seed));
      }
      articles.put(name, article);
    }
    var ids = new HashMap<String, String>();
    articles.forEach((name, article) -> {
      if (article.has("image")) {
        pictures.await(article.at("/image/mediaId").asText());
      }
      var created =
          call(
              "editor",
              "POST",
              "/api/articles",
              article.toString(),
              "Idempotency-Key",
              "demo-" + name);
      ids.put(name, created.path("id").asText());
    });
    for (var file : files(directory.resolve("comments"))) {
      var id = ids.get(file.getFileName().toString());
      if (id == null) {
        throw new StackFault(file + ": there is no such article");
      }
      var discussion = Json.read(Files.readString(file));
      comment(id, discussion.path("comments"));
      decide(id, discussion.path("comments"));
      if (discussion.path("thenClosed").asBoolean()) {
        close(id);
      }
    }
    http.close();
  }

  private static List<Path> files(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void comment(String id, JsonNode comments) {
    for (int from = 0; from < comments.size(); from += COMMENTS_OF_A_READER) {
      try (var reader = new Reader(stack.uri(), sent++)) {
        for (int i = from; i < Math.min(from + COMMENTS_OF_A_READER, comments.size()); i++) {
          var comment = ((ObjectNode) comments.get(i)).deepCopy().put("termsAccepted", true);
          comment.remove("decision");
          var answer = reader.comment(id, comment);
          if (answer.statusCode() != 202
              && answer.statusCode() != 409) { // closed by an earlier load
            throw new StackFault("a comment of the demo edition was refused: " + answer.body());
          }
        }
      }
    }
  }

  private void decide(String id, JsonNode comments) {
    var wanted = new HashMap<String, String>();
    comments.forEach(c -> {
      if (c.has("decision")) {
        wanted.put(c.path("email").asText(), c.path("decision").asText());
      }
    });
    var decisions = new ArrayList<Map<String, Object>>();
    var queue = call("moderator", "GET", "/api/comments?limit=100&article=" + id, "");
    for (var item : queue.path("items")) {
      var decision = wanted.get(item.path("email").asText());
      if (decision != null) {
        decisions.add(
            Map.of(
                "articleId",
                id,
                "commentId",
                item.path("commentId").asText(),
                "decision",
                decision));
      }
    }
    if (!decisions.isEmpty()) {
      var body = Json.write(Map.of("decisions", decisions));
      call("moderator", "POST", "/api/comments/decisions", body);
    }
  }

  private void close(String id) {
    var path = "/api/articles/" + id;
    var article = (ObjectNode) call("editor", "GET", path, "");
    if (article.path("commentsOpen").asBoolean()) {
      var revision = "\"" + article.path("revision").asText() + "\"";
      call(
          "editor",
          "PUT",
          path,
          article.put("commentsOpen", false).toString(),
          "If-Match",
          revision);
    }
  }

  private JsonNode call(String as, String method, String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(stack.uri().resolve(path))
            .header("Authorization", "Bearer " + stack.token(as))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new StackFault("the demo edition: " + method + " " + path + ": " + answer.body());
      }
      return Json.read(answer.body());
    } catch (IOException e) {
      throw new StackFault("the demo edition: " + method + " " + path + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFault("interrupted while the demo edition was loaded");
    }
  }
}
