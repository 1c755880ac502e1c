package news.nashra.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/// Stands in for the [point-in-time
/// recovery](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/pointintimerecovery_restores.html)
/// of DynamoDB, which DynamoDB Local does not have: a new table has the items and indexes of
/// another, and neither its stream nor its time to live. What an operator then sets up is set up
/// here as well, as far as DynamoDB Local knows it.
record TableCopy(LocalAws from, LocalAws to) {
  /// The most items of one
  /// [BatchWriteItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html).
  private static final int ITEMS_PER_WRITE = 25;

  /// Copies every table.
  ///
  /// @return how many items there are
  int all() {
    int items = 0;
    for (var name : from.dynamoDb().listTables().tableNames()) {
      var table = from.dynamoDb().describeTable(r -> r.tableName(name)).table();
      create(table);
      items += copyItems(name);
      setUp(table);
    }
    return items;
  }

  private void create(TableDescription table) {
    var created =
        CreateTableRequest.builder()
            .tableName(table.tableName())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(table.attributeDefinitions())
            .keySchema(table.keySchema());
    if (table.hasGlobalSecondaryIndexes() && !table.globalSecondaryIndexes().isEmpty()) {
      created.globalSecondaryIndexes(
          table.globalSecondaryIndexes().stream()
              .map(index ->
                  GlobalSecondaryIndex.builder()
                      .indexName(index.indexName())
                      .keySchema(index.keySchema())
                      .projection(index.projection())
                      .build())
              .toList());
    }
    to.dynamoDb().createTable(created.build());
  }

  private int copyItems(String table) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    Map<String, AttributeValue> after = Map.of();
    do {
      var start = after.isEmpty() ? null : after;
      var page = from.dynamoDb().scan(r -> r.tableName(table).exclusiveStartKey(start));
      items.addAll(page.items());
      after = page.hasLastEvaluatedKey() ? page.lastEvaluatedKey() : Map.of();
    } while (!after.isEmpty());
    items.stream()
        .gather(Gatherers.windowFixed(ITEMS_PER_WRITE))
        .forEach(some -> write(to.dynamoDb(), table, some));
    return items.size();
  }

  private static void write(
      DynamoDbClient into, String table, List<Map<String, AttributeValue>> items) {
    var left =
        Map.of(
            table,
            items.stream()
                .map(item ->
                    WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item).build())
                        .build())
                .toList());
    while (!left.isEmpty()) {
      var some = left;
      left = into.batchWriteItem(r -> r.requestItems(some)).unprocessedItems();
    }
  }

  /// What docs/operations.md has an operator do with a restored table.
  private void setUp(TableDescription table) {
    var stream = table.streamSpecification();
    if (stream != null && stream.streamEnabled()) {
      to.dynamoDb()
          .updateTable(r ->
              r.tableName(table.tableName())
                  .streamSpecification(
                      StreamSpecification.builder()
                          .streamEnabled(true)
                          .streamViewType(stream.streamViewType())
                          .build()));
    }
  }
}
