package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Person;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

class ErasureTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final String EMAIL = "reader@example.com";

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);

  @Test
  void anErasureLeavesATraceWithoutTheAddress() {
    var table = CommentsTable.with(SERVICES.dynamoDb());
    var erasure = new Erasure(table, () -> CommentsTable.KEYS, clock);
    send(table, 0, 30);
    erasure.erase(EMAIL, "salma");
    clock.move(Duration.ofMinutes(1));
    erasure.erase(EMAIL, "omar");
    var traces = table.partition(ErasureTrace.PARTITION);
    assertThat(traces).extracting(trace -> trace.text("by")).containsExactly("salma", "omar");
    assertThat(traces).extracting(trace -> trace.number("erased")).containsExactly(30L, 0L);
    assertThat(traces)
        .allMatch(trace -> trace.text("person").equals(Person.key(EMAIL, CommentsTable.HASH)))
        .allMatch(trace -> trace.sk().startsWith("2026-02-23T08:0"))
        .noneMatch(trace -> trace.toString().contains(EMAIL));
  }

  @Test
  void erasedCommentsInTheIndexAreSkipped() {
    var table = CommentsTable.with(SERVICES.dynamoDb());
    var lagging = new Lagging(SERVICES.dynamoDb());
    var erasure = new Erasure(new Table(lagging, table.name()), () -> CommentsTable.KEYS, clock);
    send(table, 0, 60);
    assertThat(erasure.erase(EMAIL, "m")).isEqualTo(new Erasure.Erased(60, false));
    send(table, 60, 3);
    assertThat(erasure.erase(EMAIL, "m")).isEqualTo(new Erasure.Erased(3, false));
    assertThat(erasure.erase(EMAIL, "m")).isEqualTo(new Erasure.Erased(0, false));
    assertThat(table.beginningWith("ARTICLE#" + CommentsTable.ARTICLE, "COMMENT#", 100)).isEmpty();
  }

  private static void send(Table table, int from, int count) {
    for (int i = from; i < from + count; i++) {
      CommentsTable.put(
          table, CommentsTable.sentAt(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(i)));
    }
  }

  /// A client whose index never drops an item that was deleted.
  private static final class Lagging implements DynamoDbClient {
    private final DynamoDbClient real;
    private final List<Map<String, AttributeValue>> indexed = new ArrayList<>();

    Lagging(DynamoDbClient real) {
      this.real = real;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      if (request.indexName() == null) {
        return real.query(request);
      }
      real.query(request.toBuilder().limit(null).build()).items().stream()
          .filter(item -> !indexed.contains(item))
          .forEach(indexed::add);
      var after = request.expressionAttributeValues().get(":sk");
      var found =
          indexed.stream()
              .filter(
                  item -> after == null || new Item(item).text("queued").compareTo(after.s()) > 0)
              .limit(request.limit())
              .toList();
      return QueryResponse.builder().items(found).count(found.size()).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return real.batchGetItem(request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      return real.putItem(request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
      return real.transactWriteItems(request);
    }

    @Override
    public String serviceName() {
      return real.serviceName();
    }

    @Override
    public void close() {}
  }
}
