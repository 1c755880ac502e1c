package news.nashra.core.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The operations of DynamoDB that [Table] and [Transaction] are made of. They fail with the
/// exceptions of the SDK. Implementations are thread-safe.
public interface DynamoDb {
  /// What was found of the keys that were asked for.
  ///
  /// @param unread keys that have to be asked for once more
  record Batch(List<Item> items, List<Key> unread) {}

  /// Items of one partition.
  ///
  /// @param index absent for the table itself, which is read consistently
  /// @param keyCondition `pk = :pk AND sk > :sk`
  /// @param forward whether the lowest sort key comes first
  /// @param limit the most items; absent for a page of 1 MB
  /// @param projection the attributes that are wanted; absent for all
  /// @param onlyCount whether only their number is wanted
  /// @param from where an earlier page ended; empty for the first
  record Query(
      String table,
      Optional<String> index,
      String keyCondition,
      Map<String, AttributeValue> values,
      boolean forward,
      Optional<Integer> limit,
      Optional<String> projection,
      boolean onlyCount,
      Map<String, AttributeValue> from) {
    Query(String table, String keyCondition, Map<String, ?> values) {
      this(
          table,
          Optional.empty(),
          keyCondition,
          Item.values(values),
          true,
          Optional.empty(),
          Optional.empty(),
          false,
          Map.of());
    }

    Query ofIndex(String name) {
      return new Query(
          table,
          Optional.of(name),
          keyCondition,
          values,
          forward,
          limit,
          projection,
          onlyCount,
          from);
    }

    Query backward() {
      return new Query(
          table, index, keyCondition, values, false, limit, projection, onlyCount, from);
    }

    Query limit(int most) {
      return new Query(
          table,
          index,
          keyCondition,
          values,
          forward,
          Optional.of(most),
          projection,
          onlyCount,
          from);
    }

    Query only(String attributes) {
      return new Query(
          table,
          index,
          keyCondition,
          values,
          forward,
          limit,
          Optional.of(attributes),
          onlyCount,
          from);
    }

    Query counting() {
      return new Query(table, index, keyCondition, values, forward, limit, projection, true, from);
    }

    Query from(Map<String, AttributeValue> end) {
      return new Query(
          table, index, keyCondition, values, forward, limit, projection, onlyCount, end);
    }
  }

  /// A page of a query.
  ///
  /// @param end where the next page begins; empty if there is none
  record Page(List<Item> items, int count, Map<String, AttributeValue> end) {}

  /// What a write does with its item.
  enum Change {
    PUT,
    UPDATE,
    DELETE
  }

  /// A write of one item.
  ///
  /// @param item the whole item of a put, otherwise its key
  /// @param update empty if it is no update
  /// @param condition empty for none
  /// @param names of attributes, by their placeholders
  /// @param values by their placeholders
  record Write(
      Change change,
      String table,
      Map<String, AttributeValue> item,
      String update,
      String condition,
      Map<String, String> names,
      Map<String, AttributeValue> values) {}

  Optional<Item> get(String table, Key key);

  /// @param keys at most 100
  Batch get(String table, List<Key> keys);

  Page query(Query query);

  /// @throws software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException if its
  ///   condition does not hold
  void write(Write write);

  /// Makes all writes, or none.
  ///
  /// @param token by which the service knows a request that is sent again
  /// @throws software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException if none
  ///   was made; its reasons hold the items that made conditions fail
  void transact(List<Write> writes, String token);

  /// DynamoDB through a client of the SDK.
  static DynamoDb of(DynamoDbClient client) {
    return new SdkDynamoDb(client);
  }
}
