package news.nashra.local.stack;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Fills a new newspaper with the articles of `edition/demo`, through the API as an editor would.
record DemoEdition(Stack stack, Path articles) {
  /// Loads the articles unless an earlier start did. An interrupted load is taken up again: each
  /// article has an `Idempotency-Key` of its own.
  void loadOnce(Path data) throws IOException {
    var mark = data.resolve("demo-loaded");
    if (Files.exists(mark)) {
      return;
    }
    try (var http = HttpClient.newHttpClient()) {
      for (var file : files()) {
        publish(http, file);
      }
    }
    Files.writeString(mark, "");
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(articles)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private void publish(HttpClient http, Path file) throws IOException {
    var request =
        HttpRequest.newBuilder(stack.uri().resolve("/api/articles"))
            .header("Authorization", "Bearer " + stack.token("editor"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", "demo-" + file.getFileName())
            .POST(HttpRequest.BodyPublishers.ofFile(file))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201 && answer.statusCode() != 202) {
        throw new StackFault(file.getFileName() + " was not published: " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFault("interrupted while the demo edition was published");
    }
  }
}
