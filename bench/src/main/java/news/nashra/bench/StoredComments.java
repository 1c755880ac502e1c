package news.nashra.bench;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Fills the table of comments of a newspaper that is not running.
final class StoredComments {
  private static final String TABLE = "nashra-commentstable";

  /// Items of one `BatchWriteItem`, which takes at most 25.
  private static final int BATCH = 24;

  private StoredComments() {}

  /// Adds copies of the one comment that the table has, shown if it is, one a second until an hour
  /// ago, on `articles` in turn, until there are `count`. The table has no stream meanwhile:
  /// DynamoDB Local searches all records of a stream at each read, and that would be measured
  /// instead.
  ///
  /// @param articles their ids
  static void copy(Path data, int count, List<String> articles) {
    try (var aws = LocalAws.at(data)) {
      var dynamoDb = aws.dynamoDb();
      dynamoDb.updateTable(
          r -> r.tableName(TABLE).streamSpecification(s -> s.streamEnabled(false)));
      copy(dynamoDb, count, articles);
      dynamoDb.updateTable(r ->
          r.tableName(TABLE)
              .streamSpecification(
                  s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
    }
  }

  private static void copy(DynamoDbClient dynamoDb, int count, List<String> articles) {
    var items =
        dynamoDb.scanPaginator(r -> r.tableName(TABLE)).items().stream().map(Item::new).toList();
    var comment = find(items, "COMMENT#").orElseThrow();
    var shown = find(items, "SHOWN#");
    var queue = comment.text("queue").split("#")[0];
    var start = Instant.now().minusSeconds(count + 3600L);
    var writes = new ArrayList<WriteRequest>();
    for (int i = 1; i < count; i++) {
      var id = new Ids(InstantSource.fixed(start.plusSeconds(i))).get();
      var article = articles.get(i % articles.size());
      var shard = Math.floorMod(Ids.toBytes(id)[Ids.BYTES - 1], 10);
      var item = new HashMap<String, AttributeValue>(comment.attributes());
      item.put("pk", AttributeValue.fromS("ARTICLE#" + article));
      item.put("sk", AttributeValue.fromS("COMMENT#" + id));
      item.put("submittedAt", AttributeValue.fromS(Ids.instant(id).toString()));
      item.put("queue", AttributeValue.fromS(queue + "#" + shard));
      item.put("queued", AttributeValue.fromS(Instants.format(Ids.instant(id)) + "#" + id));
      writes.add(put(item));
      shown.ifPresent(template -> {
        var copy = new HashMap<String, AttributeValue>(template.attributes());
        copy.put("pk", AttributeValue.fromS("SHOWN#" + article));
        copy.put("sk", AttributeValue.fromS("SHOWN#" + id));
        copy.put("submittedAt", item.get("submittedAt"));
        writes.add(put(copy));
      });
      if (writes.size() >= BATCH || i == count - 1) {
        dynamoDb.batchWriteItem(r -> r.requestItems(Map.of(TABLE, writes)));
        writes.clear();
      }
    }
  }

  private static Optional<Item> find(List<Item> items, String prefix) {
    return items.stream().filter(item -> item.sk().startsWith(prefix)).findFirst();
  }

  private static WriteRequest put(Map<String, AttributeValue> item) {
    return WriteRequest.builder().putRequest(PutRequest.builder().item(item).build()).build();
  }
}
