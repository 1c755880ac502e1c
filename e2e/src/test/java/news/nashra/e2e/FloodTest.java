package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;
import org.junit.jupiter.api.Test;

/// A thousand comments on one article, with repetitions and replays: what was answered with 202 is
/// in the table, once, and nothing else is.
class FloodTest {
  private static final int COMMENTS = 1000;
  private static final int COMMENTS_OF_A_READER = 5;

  private final Map<String, String> references = new ConcurrentHashMap<>();

  @Test
  void whatWasAcknowledgedIsThereOnce() throws Exception {
    var data = Files.createTempDirectory("nashra-flood");
    var options =
        new Options(
            Newspaper.HOME, Optional.of(data), 0, false, Map.of("ChallengeMaxNumber", "1000"));
    try (var stack = Stack.start(options);
        var reader = new Reader(stack.uri(), 0)) {
      var article = call(stack, "editor", "/api/articles", Newspaper.article()).path("id").asText();
      try (var readers = Executors.newFixedThreadPool(8)) {
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < COMMENTS / COMMENTS_OF_A_READER; i++) {
          int number = 1 + i;
          all.add(readers.submit(() -> comment(stack, article, number)));
        }
        for (var one : all) {
          one.get(5, TimeUnit.MINUTES);
        }
      }
      var stored = stored(stack, article);
      assertThat(stored.keySet()).isEqualTo(references.keySet());
      assertThat(stored).hasSize(COMMENTS);
      for (var reference : references.values()) {
        var status = HttpRequest.newBuilder(stack.uri().resolve("/api/comments/" + reference));
        assertThat(reader.send(status).statusCode()).isEqualTo(200);
      }
    }
  }

  /// Five comments of one reader: some sent twice, and of some the proof is used for another
  /// comment.
  private void comment(Stack stack, String article, int number) {
    try (var reader = new Reader(stack.uri(), number)) {
      for (int i = 0; i < COMMENTS_OF_A_READER; i++) {
        var comment = Newspaper.comment().put("body", "تعليق " + number + " " + i);
        comment.put("altcha", reader.proof(article));
        keep(comment, reader.comment(article, comment));
        if (i % 2 == 0) {
          keep(comment, reader.comment(article, comment));
        } else {
          var replay = comment.deepCopy().put("body", "إعادة " + number + " " + i);
          assertThat(reader.comment(article, replay).statusCode()).isEqualTo(422);
        }
      }
    }
  }

  private void keep(ObjectNode comment, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var reference = Json.read(answer.body()).path("reference").asText();
    var first = references.putIfAbsent(comment.path("body").asText(), reference);
    assertThat(first == null || first.equals(reference)).as("one reference").isTrue();
  }

  /// The comments in the table, by their bodies.
  private static Map<String, JsonNode> stored(Stack stack, String article) {
    var stored = new HashMap<String, JsonNode>();
    var next = "";
    do {
      var page =
          call(stack, "moderator", "/api/comments?limit=100&article=" + article + next, null);
      for (var item : page.path("items")) {
        assertThat(stored.put(item.path("body").asText(), item)).as("stored twice").isNull();
      }
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return stored;
  }
}
