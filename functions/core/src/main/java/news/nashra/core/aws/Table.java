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

/// One table. Every read of it is strongly consistent; one of an index cannot be.
///
/// Values of expressions are texts, numbers, booleans and instants. Threads may share it.
public final class Table {
  /// The most keys that one BatchGetItem takes.
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

  /// The item at a key, if there is one.
  public Optional<Item> get(String pk, String sk) {
    var answer =
        dynamoDb.getItem(
            r -> r.tableName(name).key(new Key(pk, sk).attributes()).consistentRead(true));
    return answer.hasItem() ? Optional.of(new Item(answer.item())) : Optional.empty();
  }

  /// The items of `keys` that exist, in no order.
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

  /// Puts `item`, whatever is at its key.
  public void put(Item item) {
    dynamoDb.putItem(r -> r.tableName(name).item(item.attributes()));
  }

  /// Puts `item` if `condition` holds of what is at its key; says whether it did.
  public boolean put(Item item, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.putItem(r ->
            r.tableName(name)
                .item(item.attributes())
                .conditionExpression(condition)
                .expressionAttributeNames(attributeNames(condition))
                .expressionAttributeValues(values.isEmpty() ? null : Item.values(values))));
  }

  /// `{"#status": "status"}` for a condition that names an attribute by `#status`, as it must where
  /// the name is a [reserved
  /// word](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
  private static @Nullable Map<String, String> attributeNames(String condition) {
    var names =
        NAME_PLACEHOLDER
            .matcher(condition)
            .results()
            .map(MatchResult::group)
            .distinct()
            .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
    return names.isEmpty() ? null : names;
  }

  /// Changes attributes of the item at a key, or makes it, if `condition` holds of what is there.
  ///
  /// @param condition empty for none
  /// @return whether it did
  public boolean update(Key key, String expression, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.updateItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .updateExpression(expression)
                .conditionExpression(condition.isEmpty() ? null : condition)
                .expressionAttributeValues(Item.values(values))));
  }

  /// Deletes the item at a key if `condition` holds of it; says whether it did.
  public boolean delete(Key key, String condition, Map<String, ?> values) {
    return succeeds(() ->
        dynamoDb.deleteItem(r ->
            r.tableName(name)
                .key(key.attributes())
                .conditionExpression(condition)
                .expressionAttributeValues(Item.values(values))));
  }

  /// Deletes the item at a key, if there is one.
  public void delete(Key key) {
    dynamoDb.deleteItem(r -> r.tableName(name).key(key.attributes()));
  }

  /// Commits a transaction, of this table and of others.
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

  /// One page of a partition, at most `limit` items, newest key first.
  ///
  /// @param before only keys below this one; absent for the newest
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

  /// Items of a partition from the key `from` to the key `to`, at most `limit`, newest key first.
  public List<Item> between(String pk, String from, String to, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
            .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":from", from, ":to", to)))
            .scanIndexForward(false),
        limit);
  }

  /// Items of a partition whose sort key begins with `prefix`, in the order of their keys.
  public List<Item> beginningWith(String pk, String prefix, int limit) {
    return query(
        QueryRequest.builder()
            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
            .expressionAttributeValues(Item.values(Map.of(":pk", pk, ":sk", prefix))),
        limit);
  }

  /// Items of a partition whose sort key begins with `prefix` and comes after `after`.
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

  /// The sort keys of a partition after `after`, in their order, at most `limit`.
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

  /// The keys in one partition of an index, in its order, at most `limit`. An index follows its
  /// table within moments: what it names has to be read from the table.
  ///
  /// @param after only places behind this one; absent for all, or for an index without order
  public List<Item> queryIndex(Index index, String partition, Optional<String> after, int limit) {
    var values = new HashMap<String, String>(Map.of(":pk", partition));
    after.ifPresent(place -> values.put(":sk", place));
    var order = after.isPresent() ? " AND " + index.sortKey() + " > :sk" : "";
    return query(
        QueryRequest.builder()
            .indexName(index.name())
            .keyConditionExpression(index.partitionKey() + " = :pk" + order)
            .expressionAttributeValues(Item.values(values)),
        limit);
  }

  /// An index of a table.
  ///
  /// @param partitionKey the attribute that is its partition key
  /// @param sortKey the attribute that is its sort key
  public record Index(String name, String partitionKey, String sortKey) {}

  /// All items of a partition.
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
