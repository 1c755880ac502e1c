package news.nashra.core.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/// A DynamoDB table. Reads of the table are strongly consistent; reads of an index cannot be.
///
/// Values in expressions are strings, numbers, booleans and instants. Instances are thread-safe.
public final class Table {
  /// The most keys that one
  /// [BatchGetItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html)
  /// takes.
  private static final int MAX_KEYS_PER_READ = 100;

  private static final Pattern NAME_PLACEHOLDER = Pattern.compile("#\\w+");

  private final DynamoDbClient dynamoDb;
  private final String name;

  public Table(DynamoDbClient dynamoDb, String name) {
    this.dynamoDb = dynamoDb;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /// Returns the item with this key, if there is one.
  public Optional<Item> get(String pk, String sk) {
    var answer =
        dynamoDb.getItem(
            r -> r.tableName(name).key(new Key(pk, sk).attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /// Returns those items of `keys` that exist, in any order.
  public List<Item> get(Collection<Key> keys) {
    var found = new ArrayList<Item>();
    var left = new ArrayList<>(keys.stream().distinct().map(Key::attributes).toList());
    for (int tries = 0; !left.isEmpty(); tries++) {
      var some = List.copyOf(left.subList(0, Math.min(MAX_KEYS_PER_READ, left.size())));
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
        Backoff.beforeRetry(tries + 1);
      }
    }
    return found;
  }

  /// Puts `item`, replacing any item with its key.
  public void put(Item item) {
    dynamoDb.putItem(r -> r.tableName(name).item(item.attributes()));
  }

  /// Puts `item` if `condition` holds for the item that has its key now.
  ///
  /// @return whether it was written
  public boolean put(Item item, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.putItem(r ->
            r.tableName(name)
                .item(item.attributes())
                .conditionExpression(condition)
                .expressionAttributeNames(attributeNames(condition))
                .expressionAttributeValues(values.isEmpty() ? null : Item.values(values))));
  }

  /// Maps each placeholder of a condition to its attribute: `{"#status": "status"}`. A condition
  /// needs them where an attribute's name is a [reserved
  /// word](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
  static @Nullable Map<String, String> attributeNames(String condition) {
    var names =
        NAME_PLACEHOLDER
            .matcher(condition)
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
    return names.isEmpty() ? null : names;
  }

  /// Updates the item with this key, or creates it, if `condition` holds for the item as it is now.
  ///
  /// @param condition empty for none
  /// @return whether it was written
  public boolean update(Key key, String expression, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.updateItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .updateExpression(expression)
                .conditionExpression(condition.isEmpty() ? null : condition)
                .expressionAttributeValues(Item.values(values))));
  }

  /// Deletes the item with this key if `condition` holds for it.
  ///
  /// @return whether it was deleted
  public boolean delete(Key key, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.deleteItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .conditionExpression(condition)
                .expressionAttributeValues(Item.values(values))));
  }

  /// Deletes the item with this key, if there is one.
  public void delete(Key key) {
    dynamoDb.deleteItem(r -> r.tableName(name).key(key.attributes()));
  }

  /// Commits a transaction, which may span other tables too.
  public Transaction.Result commit(Transaction transaction) {
    return transaction.commit(dynamoDb);
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /// Returns one page of a partition, at most `limit` items, highest sort key first.
  ///
  /// @param before returns only sort keys below this one; absent for the first page
  public List<Item> newest(String pk, Optional<String> before, int limit) {
    var values = new HashMap<String, String>(Map.of(":pk", pk));
    before.ifPresent(sk -> values.put(":sk", sk));
    return query(
        QueryRequest.builder()
            .keyConditionExpression(before.isPresent() ? "pk = :pk AND sk < :sk" : "pk = :pk")
            .expressionAttributeValues(Item.values(values))
            .scanIndexForward(false),
        limit);
  }

  /// Returns the items of a partition with sort keys from `from` to `to`, both included, at most
  /// `limit`, highest sort key first.
  public List<Item> between(String pk, String from, String to, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":from", from, ":to", to)))
            .scanIndexForward(false),
        limit);
  }

  /// Counts the items of a partition with sort keys from `from` to `to`, both included, up to
  /// `limit`. It costs as much as reading them.
  public int count(String pk, String from, String to, int limit) {
    int count = 0;
    Map<String, AttributeValue> start = Map.of();
    do {
      var query =
          QueryRequest.builder()
              .tableName(name)
              .select(Select.COUNT)
              .consistentRead(true)
              .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
              .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":from", from, ":to", to)))
              .limit(limit - count);
      var answer =
          dynamoDb.query(start.isEmpty() ? query.build() : query.exclusiveStartKey(start).build());
      count += answer.count();
      start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
    } while (!start.isEmpty() && count < limit);
    return count;
  }

  /// Returns the items of a partition whose sort key begins with `prefix`, at most `limit`, in sort
  /// key order.
  public List<Item> beginningWith(String pk, String prefix, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":sk", prefix))),
        limit);
  }

  /// Returns the items of a partition whose sort key begins with `prefix` and comes after `after`,
  /// at most `limit`, in sort key order.
  public List<Item> following(String pk, String prefix, String after, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(
                Item.values(
                    Map.of(
                        ":pk", pk,
                        ":from", after + "\0",
                        ":to", prefix + "~"))),
        limit);
  }

  /// Returns the items of a partition whose sort key comes after `after`, at most `limit`, in sort
  /// key order.
  ///
  /// @param after empty to begin with the first item
  public List<Item> after(String pk, Optional<String> after, int limit) {
    var values = new HashMap<String, String>(Map.of(":pk", pk));
    after.ifPresent(sk -> values.put(":sk", sk));
    return query(
        QueryRequest.builder()
            .keyConditionExpression(after.isPresent() ? "pk = :pk AND sk > :sk" : "pk = :pk")
            .expressionAttributeValues(Item.values(values)),
        limit);
  }

  /// Returns the sort keys of a partition that come after `after`, at most `limit`, in order.
  public List<String> sortKeysAfter(String pk, String after, int limit) {
    return query(
            QueryRequest.builder()
                .keyConditionExpression("pk = :pk AND sk > :sk")
                .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":sk", after)))
                .projectionExpression(Item.SK),
            limit)
        .stream()
        .map(Item::sk)
        .toList();
  }

  /// Returns the keys in one partition of an index, at most `limit`, in the index's order. An index
  /// lags behind its table by moments, so read the items themselves from the table.
  ///
  /// @param after returns only index sort keys after this one; absent for all, or for an index
  ///   without a sort key
  public List<Item> queryIndex(Index index, String partition, Optional<String> after, int limit) {
    return query(ofIndex(index, partition, " > :sk", after), limit);
  }

  /// Returns the keys in one partition of an index, at most `limit`, highest index sort key first.
  ///
  /// @param before returns only index sort keys below this one; absent for the first page
  public List<Item> newestOfIndex(
      Index index, String partition, Optional<String> before, int limit) {
    return query(ofIndex(index, partition, " < :sk", before).scanIndexForward(false), limit);
  }

  private static QueryRequest.Builder ofIndex(
      Index index, String partition, String comparison, Optional<String> place) {
    var values = new HashMap<String, String>(Map.of(":pk", partition));
    place.ifPresent(key -> values.put(":sk", key));
    var order = place.isPresent() ? " AND " + index.sortKey() + comparison : "";
    return QueryRequest.builder()
        .indexName(index.name())
        .keyConditionExpression(index.partitionKey() + " = :pk" + order)
        .expressionAttributeValues(Item.values(values));
  }

  /// A secondary index of a table.
  ///
  /// @param partitionKey the attribute that is its partition key
  /// @param sortKey the attribute that is its sort key
  public record Index(String name, String partitionKey, String sortKey) {}

  /// Returns all items of a partition.
  public List<Item> partition(String pk) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Item.values(Map.of(":pk", pk))),
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
