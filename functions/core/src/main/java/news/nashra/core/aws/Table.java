package news.nashra.core.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// One table. Every read of it is strongly consistent; one of an index cannot be.
public record Table(DynamoDbClient dynamoDb, String name) {
  /// The most keys that one BatchGetItem takes.
  private static final int BATCH = 100;

  public Optional<Item> get(String pk, String sk) {
    var answer =
        dynamoDb.getItem(r -> r.tableName(name).key(Item.key(pk, sk)).consistentRead(true));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /// The items of `keys` that exist, in no order.
  public List<Item> get(Collection<Map<String, AttributeValue>> keys) {
    var found = new ArrayList<Item>();
    var left = new ArrayList<>(List.copyOf(new LinkedHashSet<>(keys)));
    for (int tries = 0; !left.isEmpty(); tries++) {
      var some = List.copyOf(left.subList(0, Math.min(BATCH, left.size())));
      left.subList(0, some.size()).clear();
      var answer =
          dynamoDb.batchGetItem(r ->
              r.requestItems(
                  Map.of(
                      name, KeysAndAttributes.builder().keys(some).consistentRead(true).build())));
      answer.responses().getOrDefault(name, List.of()).forEach(item -> found.add(new Item(item)));
      var unread = answer.unprocessedKeys().get(name);
      if (unread != null && !unread.keys().isEmpty()) {
        left.addAll(unread.keys());
        Backoff.before(tries + 1);
      }
    }
    return found;
  }

  public void put(Item item) {
    dynamoDb.putItem(r -> r.tableName(name).item(item.attributes()));
  }

  /// Puts `item` if `condition` holds of what is at its key; says whether it did.
  public boolean put(Item item, String condition, Map<String, AttributeValue> values) {
    return held(() ->
        dynamoDb.putItem(r ->
            r.tableName(name)
                .item(item.attributes())
                .conditionExpression(condition)
                .expressionAttributeValues(values)));
  }

  /// Changes attributes of the item at a key, or makes it, if `condition` holds of what is there.
  ///
  /// @param condition empty for none
  /// @return whether it did
  public boolean update(
      Map<String, AttributeValue> key,
      String expression,
      String condition,
      Map<String, AttributeValue> values) {
    return held(() ->
        dynamoDb.updateItem(r ->
            r.tableName(name)
                .key(key)
                .updateExpression(expression)
                .conditionExpression(condition.isEmpty() ? null : condition)
                .expressionAttributeValues(values)));
  }

  /// Deletes the item at a key if `condition` holds of it; says whether it did.
  public boolean delete(
      Map<String, AttributeValue> key, String condition, Map<String, AttributeValue> values) {
    return held(() ->
        dynamoDb.deleteItem(r ->
            r.tableName(name)
                .key(key)
                .conditionExpression(condition)
                .expressionAttributeValues(values)));
  }

  private static boolean held(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /// One page of a partition, at most `limit` items, newest key first.
  ///
  /// @param before only keys below this one; absent for the newest
  public List<Item> newest(String pk, Optional<String> before, int limit) {
    var values = new HashMap<String, AttributeValue>(Map.of(":pk", Item.value(pk)));
    before.ifPresent(sk -> values.put(":sk", Item.value(sk)));
    return query(
        QueryRequest.builder()
            .keyConditionExpression(before.isPresent() ? "pk = :pk AND sk < :sk" : "pk = :pk")
            .expressionAttributeValues(values)
            .scanIndexForward(false),
        limit);
  }

  /// Items of a partition from the key `from` to the key `to`, at most `limit`, newest key first.
  public List<Item> between(String pk, String from, String to, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(":pk", Item.value(pk), ":from", Item.value(from), ":to", Item.value(to)))
            .scanIndexForward(false),
        limit);
  }

  /// Items of a partition whose sort key begins with `prefix`, in the order of their keys.
  public List<Item> beginningWith(String pk, String prefix, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(Map.of(":pk", Item.value(pk), ":sk", Item.value(prefix))),
        limit);
  }

  /// Items of a partition whose sort key begins with `prefix` and comes after `after`.
  public List<Item> following(String pk, String prefix, String after, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Map.of(
                    ":pk", Item.value(pk),
                    ":from", Item.value(after + "\0"),
                    ":to", Item.value(prefix + "~"))),
        limit);
  }

  /// The sort keys of a partition after `after`, in their order, at most `limit`.
  public List<String> sortKeysAfter(String pk, String after, int limit) {
    return query(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk > :sk")
                .expressionAttributeValues(Map.of(":pk", Item.value(pk), ":sk", Item.value(after)))
                .projectionExpression(Item.SK),
            limit)
        .stream()
        .map(Item::sk)
        .toList();
  }

  /// The keys in one partition of an index, in its order, at most `limit`. An index follows its
  /// table within moments: what it names has to be read from the table.
  ///
  /// @param after only places behind this one; absent for all, or for an index without order
  public List<Item> index(Index index, String partition, Optional<String> after, int limit) {
    var values = new HashMap<String, AttributeValue>(Map.of(":pk", Item.value(partition)));
    after.ifPresent(place -> values.put(":sk", Item.value(place)));
    var order = after.isPresent() ? " AND " + index.order() + " > :sk" : "";
    return query(
        QueryRequest.builder()
            .indexName(index.name())
            .keyConditionExpression(index.partition() + " = :pk" + order)
            .expressionAttributeValues(values),
        limit);
  }

  /// An index of a table.
  ///
  /// @param partition the attribute that is its partition key
  /// @param order the attribute that is its sort key
  public record Index(String name, String partition, String order) {}

  /// All items of a partition.
  public List<Item> partition(String pk) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", Item.value(pk))),
        Integer.MAX_VALUE);
  }

  private List<Item> query(QueryRequest.Builder query, int limit) {
    query.consistentRead(query.build().indexName() == null);
    var found = new ArrayList<Item>();
    Map<String, AttributeValue> from = Map.of();
    do {
      query.tableName(name);
      if (limit < Integer.MAX_VALUE) {
        query.limit(limit - found.size());
      }
      if (!from.isEmpty()) {
        query.exclusiveStartKey(from);
      }
      var answer = dynamoDb.query(query.build());
      answer.items().forEach(item -> found.add(new Item(item)));
      from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (!from.isEmpty() && found.size() < limit);
    return found;
  }
}
