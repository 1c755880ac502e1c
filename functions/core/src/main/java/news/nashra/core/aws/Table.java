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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/// A DynamoDB table. Reads of the table are strongly consistent; reads of an index cannot be.
///
/// Values in expressions are strings, numbers, booleans and instants. Instances are thread-safe.
public final class Table {
  /// The most keys that one
  /// [BatchGetItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html)
  /// takes.
  private static final int MAX_KEYS_PER_READ = 100;

  private static final Pattern NAME_PLACEHOLDER = Pattern.compile("#\\w+");

  private final DynamoDb dynamoDb;
  private final String name;

  /// A table through a client of the SDK.
  public Table(DynamoDbClient client, String name) {
    this(DynamoDb.of(client), name);
  }

  Table(DynamoDb dynamoDb, String name) {
    this.dynamoDb = dynamoDb;
    this.name = name;
  }

  public String name() {
    return name;
  }

  /// Returns the item with this key, if there is one.
  public Optional<Item> get(String pk, String sk) {
    return dynamoDb.get(name, new Key(pk, sk));
  }

  /// Returns those items of `keys` that exist, in any order.
  public List<Item> get(Collection<Key> keys) {
    var found = new ArrayList<Item>();
    var left = new ArrayList<>(keys.stream().distinct().toList());
    for (int tries = 0; !left.isEmpty(); tries++) {
      var some = List.copyOf(left.subList(0, Math.min(MAX_KEYS_PER_READ, left.size())));
      left.subList(0, some.size()).clear();
      var batch = dynamoDb.get(name, some);
      found.addAll(batch.items());
      if (!batch.unread().isEmpty()) {
        left.addAll(batch.unread());
        Backoff.beforeRetry(tries + 1);
      }
    }
    return found;
  }

  /// Puts `item`, replacing any item with its key.
  public void put(Item item) {
    dynamoDb.write(put(name, item, "", Map.of()));
  }

  /// Puts `item` if `condition` holds for the item that has its key now.
  ///
  /// @return whether it was written
  public boolean put(Item item, String condition, Map<String, ?> values) {
    return succeeds(put(name, item, condition, values));
  }

  static DynamoDb.Write put(String table, Item item, String condition, Map<String, ?> values) {
    return new DynamoDb.Write(
        DynamoDb.Change.PUT,
        table,
        item.attributes(),
        "",
        condition,
        attributeNames(condition),
        Item.values(values));
  }

  static DynamoDb.Write update(
      String table, Key key, String expression, String condition, Map<String, ?> values) {
    return new DynamoDb.Write(
        DynamoDb.Change.UPDATE,
        table,
        key.attributes(),
        expression,
        condition,
        Map.of(),
        Item.values(values));
  }

  static DynamoDb.Write delete(String table, Key key, String condition, Map<String, ?> values) {
    return new DynamoDb.Write(
        DynamoDb.Change.DELETE,
        table,
        key.attributes(),
        "",
        condition,
        Map.of(),
        Item.values(values));
  }

  /// Maps each placeholder of a condition to its attribute: `{"#status": "status"}`. A condition
  /// needs them where an attribute's name is a [reserved
  /// word](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ReservedWords.html).
  private static Map<String, String> attributeNames(String condition) {
    return NAME_PLACEHOLDER
        .matcher(condition)
        .results()
        .map(MatchResult::group)
        .distinct()
        .collect(Collectors.toMap(placeholder -> placeholder, p -> p.substring(1)));
  }

  /// Updates the item with this key, or creates it, if `condition` holds for the item as it is now.
  ///
  /// @param condition empty for none
  /// @return whether it was written
  public boolean update(Key key, String expression, String condition, Map<String, ?> values) {
    return succeeds(update(name, key, expression, condition, values));
  }

  /// Deletes the item with this key if `condition` holds for it.
  ///
  /// @return whether it was deleted
  public boolean delete(Key key, String condition, Map<String, ?> values) {
    return succeeds(delete(name, key, condition, values));
  }

  /// Deletes the item with this key, if there is one.
  public void delete(Key key) {
    dynamoDb.write(delete(name, key, "", Map.of()));
  }

  /// Commits a transaction, which may span other tables too.
  public Transaction.Result commit(Transaction transaction) {
    return transaction.commit(dynamoDb);
  }

  private boolean succeeds(DynamoDb.Write write) {
    try {
      dynamoDb.write(write);
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
    var condition = before.isPresent() ? "pk = :pk AND sk < :sk" : "pk = :pk";
    return query(new DynamoDb.Query(name, condition, values).backward(), limit);
  }

  /// Returns the items of a partition with sort keys from `from` to `to`, both included, at most
  /// `limit`, highest sort key first.
  public List<Item> between(String pk, String from, String to, int limit) {
    return query(within(pk, from, to).backward(), limit);
  }

  private DynamoDb.Query within(String pk, String from, String to) {
    return new DynamoDb.Query(
        name, "pk = :pk AND sk BETWEEN :from AND :to", Map.of(":pk", pk, ":from", from, ":to", to));
  }

  /// Counts the items of a partition with sort keys from `from` to `to`, both included, up to
  /// `limit`. It costs as much as reading them.
  public int count(String pk, String from, String to, int limit) {
    int count = 0;
    var query = within(pk, from, to).counting();
    do {
      var page = dynamoDb.query(query.limit(limit - count));
      count += page.count();
      query = query.from(page.end());
    } while (!query.from().isEmpty() && count < limit);
    return count;
  }

  /// Returns the items of a partition whose sort key begins with `prefix`, at most `limit`, in sort
  /// key order.
  public List<Item> beginningWith(String pk, String prefix, int limit) {
    var condition = "pk = :pk AND begins_with(sk, :sk)";
    return query(new DynamoDb.Query(name, condition, Map.of(":pk", pk, ":sk", prefix)), limit);
  }

  /// Returns the items of a partition whose sort key begins with `prefix` and comes after `after`,
  /// at most `limit`, in sort key order.
  public List<Item> following(String pk, String prefix, String after, int limit) {
    return query(within(pk, after + "\0", prefix + "~"), limit);
  }

  /// Returns the items of a partition whose sort key comes after `after`, at most `limit`, in sort
  /// key order.
  ///
  /// @param after empty to begin with the first item
  public List<Item> after(String pk, Optional<String> after, int limit) {
    var values = new HashMap<String, String>(Map.of(":pk", pk));
    after.ifPresent(sk -> values.put(":sk", sk));
    var condition = after.isPresent() ? "pk = :pk AND sk > :sk" : "pk = :pk";
    return query(new DynamoDb.Query(name, condition, values), limit);
  }

  /// Returns the sort keys of a partition that come after `after`, at most `limit`, in order.
  public List<String> sortKeysAfter(String pk, String after, int limit) {
    var query = new DynamoDb.Query(name, "pk = :pk AND sk > :sk", Map.of(":pk", pk, ":sk", after));
    return query(query.only(Item.SK), limit).stream().map(Item::sk).toList();
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
    return query(ofIndex(index, partition, " < :sk", before).backward(), limit);
  }

  private DynamoDb.Query ofIndex(
      Index index, String partition, String comparison, Optional<String> place) {
    var values = new HashMap<String, String>(Map.of(":pk", partition));
    place.ifPresent(key -> values.put(":sk", key));
    var order = place.isPresent() ? " AND " + index.sortKey() + comparison : "";
    return new DynamoDb.Query(name, index.partitionKey() + " = :pk" + order, values)
        .ofIndex(index.name());
  }

  /// A secondary index of a table.
  ///
  /// @param partitionKey the attribute that is its partition key
  /// @param sortKey the attribute that is its sort key
  public record Index(String name, String partitionKey, String sortKey) {}

  /// Returns all items of a partition.
  public List<Item> partition(String pk) {
    return query(new DynamoDb.Query(name, "pk = :pk", Map.of(":pk", pk)), Integer.MAX_VALUE);
  }

  private List<Item> query(DynamoDb.Query all, int limit) {
    var found = new ArrayList<Item>();
    var query = all;
    do {
      var page =
          dynamoDb.query(limit < Integer.MAX_VALUE ? query.limit(limit - found.size()) : query);
      found.addAll(page.items());
      query = query.from(page.end());
    } while (!query.from().isEmpty() && found.size() < limit);
    return found;
  }
}
