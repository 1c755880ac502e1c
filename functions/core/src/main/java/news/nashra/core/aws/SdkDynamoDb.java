package news.nashra.core.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Select;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// DynamoDB through a client of the SDK. Thread-safe.
record SdkDynamoDb(DynamoDbClient client) implements DynamoDb {
  @Override
  public Optional<Item> get(String table, Key key) {
    var answer = client.getItem(getItem(table, key));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  static GetItemRequest getItem(String table, Key key) {
    return GetItemRequest.builder()
        .tableName(table)
        .key(key.attributes())
        .consistentRead(true)
        .build();
  }

  @Override
  public Batch get(String table, List<Key> keys) {
    var answer = client.batchGetItem(batchGetItem(table, keys));
    var unread = answer.unprocessedKeys().get(table);
    return new Batch(
        answer.responses().getOrDefault(table, List.of()).stream().map(Item::new).toList(),
        unread == null ? List.of() : unread.keys().stream().map(Key::of).toList());
  }

  static BatchGetItemRequest batchGetItem(String table, List<Key> keys) {
    var asked = keys.stream().map(Key::attributes).toList();
    return BatchGetItemRequest.builder()
        .requestItems(
            Map.of(table, KeysAndAttributes.builder().keys(asked).consistentRead(true).build()))
        .build();
  }

  @Override
  public Page query(Query query) {
    var answer = client.query(request(query));
    return new Page(
        answer.items().stream().map(Item::new).toList(),
        answer.count(),
        answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of());
  }

  static QueryRequest request(Query query) {
    var request =
        QueryRequest.builder()
            .tableName(query.table())
            .consistentRead(query.index().isEmpty())
            .keyConditionExpression(query.keyCondition())
            .expressionAttributeValues(query.values());
    query.index().ifPresent(request::indexName);
    query.limit().ifPresent(request::limit);
    query.projection().ifPresent(request::projectionExpression);
    if (!query.forward()) {
      request.scanIndexForward(false);
    }
    if (query.onlyCount()) {
      request.select(Select.COUNT);
    }
    if (!query.from().isEmpty()) {
      request.exclusiveStartKey(query.from());
    }
    return request.build();
  }

  @Override
  public void write(Write write) {
    switch (request(write)) {
      case PutItemRequest put -> client.putItem(put);
      case UpdateItemRequest update -> client.updateItem(update);
      case DeleteItemRequest delete -> client.deleteItem(delete);
      default -> throw new IllegalStateException("there are three kinds of writes");
    }
  }

  static DynamoDbRequest request(Write w) {
    return switch (w.change()) {
      case PUT ->
          PutItemRequest.builder()
              .tableName(w.table())
              .item(w.item())
              .conditionExpression(some(w.condition()))
              .expressionAttributeNames(some(w.names()))
              .expressionAttributeValues(some(w.values()))
              .build();
      case UPDATE ->
          UpdateItemRequest.builder()
              .tableName(w.table())
              .key(w.item())
              .updateExpression(w.update())
              .conditionExpression(some(w.condition()))
              .expressionAttributeNames(some(w.names()))
              .expressionAttributeValues(some(w.values()))
              .build();
      case DELETE ->
          DeleteItemRequest.builder()
              .tableName(w.table())
              .key(w.item())
              .conditionExpression(some(w.condition()))
              .expressionAttributeNames(some(w.names()))
              .expressionAttributeValues(some(w.values()))
              .build();
    };
  }

  @Override
  public void transact(List<Write> writes, String token) {
    client.transactWriteItems(request(writes, token));
  }

  static TransactWriteItemsRequest request(List<Write> writes, String token) {
    return TransactWriteItemsRequest.builder()
        .transactItems(writes.stream().map(SdkDynamoDb::part).toList())
        .clientRequestToken(token)
        .build();
  }

  private static TransactWriteItem part(Write w) {
    var part = TransactWriteItem.builder();
    switch (w.change()) {
      case PUT -> part.put(put(w));
      case UPDATE -> part.update(update(w));
      case DELETE -> part.delete(delete(w));
    }
    return part.build();
  }

  private static Put put(Write w) {
    return Put.builder()
        .tableName(w.table())
        .item(w.item())
        .conditionExpression(some(w.condition()))
        .expressionAttributeNames(some(w.names()))
        .expressionAttributeValues(some(w.values()))
        .returnValuesOnConditionCheckFailure(old(w))
        .build();
  }

  private static Update update(Write w) {
    return Update.builder()
        .tableName(w.table())
        .key(w.item())
        .updateExpression(w.update())
        .conditionExpression(some(w.condition()))
        .expressionAttributeNames(some(w.names()))
        .expressionAttributeValues(some(w.values()))
        .returnValuesOnConditionCheckFailure(old(w))
        .build();
  }

  private static Delete delete(Write w) {
    return Delete.builder()
        .tableName(w.table())
        .key(w.item())
        .conditionExpression(some(w.condition()))
        .expressionAttributeNames(some(w.names()))
        .expressionAttributeValues(some(w.values()))
        .returnValuesOnConditionCheckFailure(old(w))
        .build();
  }

  private static @Nullable ReturnValuesOnConditionCheckFailure old(Write write) {
    return write.condition().isEmpty() ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD;
  }

  private static @Nullable String some(String expression) {
    return expression.isEmpty() ? null : expression;
  }

  private static <V> @Nullable Map<String, V> some(Map<String, V> map) {
    return map.isEmpty() ? null : map;
  }
}
