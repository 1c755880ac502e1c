package news.nashra.e2e;

import static news.nashra.e2e.KillableNewspaper.insist;
import static news.nashra.e2e.Newspaper.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Reader;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Five hundred comments on one article, with repetitions, replays, and functions that are killed
/// in between, while DynamoDB and S3 go on, as they do in AWS: what was answered with 202 is in the
/// table, once, and nothing else is.
@Order(1)
class FloodTest {
  private static final int COMMENTS = 500;
  private static final int COMMENTS_OF_A_READER = 5;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Map<String, String> references = new ConcurrentHashMap<>();

  @Test
  void whatWasAcknowledgedIsThereOnce() throws Exception {
    try (var newspaper = KillableNewspaper.start()) {
      var published =
          newspaper.insist("editor", "/api/articles", r -> r.POST(json(Newspaper.article())));
      assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
      var article = Json.read(published.body()).path("id").asText();
      try (var readers = Executors.newFixedThreadPool(8)) {
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < COMMENTS / COMMENTS_OF_A_READER; i++) {
          int number = 1 + i;
          all.add(readers.submit(() -> comment(newspaper.uri(), article, number)));
        }
        for (int kill = 1; kill <= 2; kill++) {
          await(COMMENTS * kill / 3);
          newspaper.kill();
          newspaper.startAgain();
        }
        for (var one : all) {
          one.get(10, TimeUnit.MINUTES);
        }
      }
      var stored = stored(newspaper, article);
      assertThat(stored.keySet()).isEqualTo(references.keySet());
      assertThat(stored).hasSize(COMMENTS);
      for (var reference : references.values()) {
        assertThat(newspaper.get("/api/comments/" + reference).statusCode()).isEqualTo(200);
      }
    }
  }

  /// Five comments of one reader. Each is sent until it is answered; some twice, and of some the
  /// proof is used for another comment.
  private void comment(URI newspaper, String article, int number) {
    try (var reader = new Reader(newspaper, number)) {
      for (int i = 0; i < COMMENTS_OF_A_READER; i++) {
        var comment = Newspaper.comment().put("body", "تعليق " + number + " " + i);
        comment.put("altcha", insist(() -> reader.proof(article)));
        keep(comment, insist(() -> reader.comment(article, comment)));
        if (i % 2 == 0) {
          keep(comment, insist(() -> reader.comment(article, comment)));
        } else {
          var replay = comment.deepCopy().put("body", "إعادة " + number + " " + i);
          assertThat(insist(() -> reader.comment(article, replay)).statusCode()).isEqualTo(422);
        }
      }
    }
  }

  private void keep(ObjectNode comment, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var reference = Json.read(answer.body()).path("reference").asText();
    var first = references.putIfAbsent(comment.path("body").asText(), reference);
    assertThat(first == null || first.equals(reference)).as("one reference").isTrue();
    acknowledged.incrementAndGet();
  }

  private void await(int count) {
    Waiting.await(
        Duration.ofMinutes(10), "acknowledged: " + count, () -> acknowledged.get() >= count);
  }

  /// The comments in the table, by their bodies.
  private static Map<String, JsonNode> stored(KillableNewspaper newspaper, String article) {
    var stored = new HashMap<String, JsonNode>();
    var next = "";
    do {
      var path = "/api/comments?limit=100&article=" + article + next;
      var page = Json.read(newspaper.insist("moderator", path, r -> r.GET()).body());
      for (var item : page.path("items")) {
        assertThat(stored.put(item.path("body").asText(), item)).as("stored twice").isNull();
      }
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return stored;
  }
}
