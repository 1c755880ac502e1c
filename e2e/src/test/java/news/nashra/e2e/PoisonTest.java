package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.call;
import static news.nashra.e2e.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.nashra.core.aws.Item;
import news.nashra.core.http.Json;
import news.nashra.local.stack.Options;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.Stack;
import news.nashra.local.stack.runtime.TemporaryFolder;
import org.junit.jupiter.api.Test;

/// An item in the stream of comments that no function can make anything of.
class PoisonTest {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void poisonEndsInTheFailureQueueAndHoldsUpNothing() throws Exception {
    var data = TemporaryFolder.create();
    try (var stack = Stack.start(Options.keeping(Newspaper.HOME, data));
        var reader = new Reader(stack.uri(), 1)) {
      var articles = new ArrayList<JsonNode>();
      for (int i = 0; i < 2; i++) {
        articles.add(call(stack, "editor", "/api/articles", Newspaper.article()));
        var comment = Newspaper.comment().put("body", "قبل السم وبعده");
        assertThat(reader.comment(articles.get(i).path("id").asText(), comment).statusCode())
            .isEqualTo(202);
      }
      approve(stack, articles.getFirst());
      var poison = Item.at(partitionInALaneOfItsOwn(articles), "SHOWN#poison");
      stack
          .aws()
          .dynamoDb()
          .putItem(r -> r.tableName("nashra-commentstable").item(poison.attributes()));
      approve(stack, articles.getLast());

      for (var article : articles) {
        var id = article.path("id").asText();
        await(PATIENCE, id, () -> page(stack, reader, article).contains("قبل السم وبعده"));
      }
      var failures = data.resolve("streams/failures.jsonl");
      assertThat(failures).as("poison is tried for longer than that").doesNotExist();
      await(PATIENCE, "a failure", () -> Files.exists(failures));
      var lines = Files.readAllLines(failures);
      assertThat(lines).hasSize(1);
      var failed = Json.read(lines.getFirst());
      assertThat(failed.path("function").asText()).isEqualTo("PressArticles");
      assertThat(failed.path("records").size()).isEqualTo(1);
      assertThat(failed.at("/records/0/sk/S").asText()).isEqualTo("SHOWN#poison");
      stack.settle();
    }
  }

  /// A partition key that is handed over beside those of the articles, in the ten lanes that the
  /// template gives this stream.
  private static String partitionInALaneOfItsOwn(List<JsonNode> articles) {
    var lanes = articles.stream().map(a -> lane("SHOWN#" + a.path("id").asText())).toList();
    return IntStream.range(0, 100)
        .mapToObj(i -> "NOBODY-" + i)
        .filter(key -> !lanes.contains(lane(key)))
        .findFirst()
        .orElseThrow();
  }

  private static int lane(String partition) {
    return Math.floorMod(partition.hashCode(), 10);
  }

  private static void approve(Stack stack, JsonNode article) {
    var id = article.path("id").asText();
    var queue = call(stack, "moderator", "/api/comments?article=" + id, null);
    var decision = Newspaper.object();
    decision
        .putArray("decisions")
        .addObject()
        .put("articleId", id)
        .put("commentId", queue.at("/items/0/commentId").asText())
        .put("decision", "approve");
    var answer = call(stack, "moderator", "/api/comments/decisions", decision);
    assertThat(answer.at("/results/0/status").asInt()).isEqualTo(200);
  }

  private static String page(Stack stack, Reader reader, JsonNode article) {
    var path = article.path("url").asText();
    return reader.send(HttpRequest.newBuilder(stack.uri().resolve(path))).body();
  }
}
