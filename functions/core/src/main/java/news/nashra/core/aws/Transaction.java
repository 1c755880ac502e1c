package news.nashra.core.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes of several items, all or nothing. A conditional write carries a label: if its condition
/// fails, the result names the label and holds the item that is there instead.
///
/// Commit it with [Table#commit]. Not thread-safe.
public final class Transaction {
  /// The most writes that [one
  /// transaction](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html)
  /// takes.
  public static final int MAX_WRITES = 100;

  /// The most bytes of all its items together, by the same limits.
  public static final int MAX_BYTES = 4 * 1024 * 1024;

  /// The most attempts for a transaction that conflicts with another one.
  private static final int MAX_ATTEMPTS = 10;

  private final List<DynamoDb.Write> writes = new ArrayList<>();
  private final List<String> labels = new ArrayList<>();

  /// The outcome of a transaction.
  public sealed interface Result {}

  /// Every write is durable.
  public record Committed() implements Result {}

  /// Nothing was written because conditions failed.
  ///
  /// @param existing the items that are there instead, by the label of the failed write
  public record Refused(Map<String, Optional<Item>> existing) implements Result {
    /// Whether the condition of the write with this label failed.
    public boolean failed(String label) {
      return existing.containsKey(label);
    }

    /// The item that made the write with this label fail, if there is one.
    public Optional<Item> item(String label) {
      return existing.getOrDefault(label, Optional.empty());
    }
  }

  /// The number of writes.
  public int size() {
    return writes.size();
  }

  /// The size in bytes of the items that it puts, and of the keys of the others.
  public int bytes() {
    return writes.stream().mapToInt(write -> new Item(write.item()).bytes()).sum();
  }

  public Transaction put(Table table, Item item) {
    return add("", Table.put(table.name(), item, "", Map.of()));
  }

  /// Puts `item` if `condition` holds for the item that has its key now. In the condition,
  /// `#status` stands for the attribute `status`.
  public Transaction put(
      String label, Table table, Item item, String condition, Map<String, ?> values) {
    return add(label, Table.put(table.name(), item, condition, values));
  }

  /// Puts `item` if no item has its key.
  public Transaction create(String label, Table table, Item item) {
    return put(label, table, item, "attribute_not_exists(pk)", Map.of());
  }

  public Transaction delete(Table table, Key key) {
    return add("", Table.delete(table.name(), key, "", Map.of()));
  }

  /// Deletes the item at `key` if `condition` holds for it.
  public Transaction delete(
      String label, Table table, Key key, String condition, Map<String, ?> values) {
    return add(label, Table.delete(table.name(), key, condition, values));
  }

  public Transaction update(
      String label,
      Table table,
      Key key,
      String expression,
      String condition,
      Map<String, ?> values) {
    return add(label, Table.update(table.name(), key, expression, condition, values));
  }

  /// Commits, or says which conditions failed. A conflict with another transaction is retried. If
  /// an answer is lost, the client repeats the request with the same client token, so nothing is
  /// written twice.
  Result commit(DynamoDb dynamoDb) {
    for (int attempt = 1; ; attempt++) {
      var token = UUID.randomUUID().toString();
      try {
        dynamoDb.transact(writes, token);
        return new Committed();
      } catch (TransactionCanceledException e) {
        var reasons = e.cancellationReasons();
        if (has(reasons, "ConditionalCheckFailed")) {
          return refused(reasons);
        }
        if (!has(reasons, "TransactionConflict") || attempt >= MAX_ATTEMPTS) {
          throw e;
        }
        Backoff.beforeRetry(attempt);
      }
    }
  }

  private Transaction add(String label, DynamoDb.Write write) {
    writes.add(write);
    labels.add(label);
    return this;
  }

  private Refused refused(List<CancellationReason> reasons) {
    var existing = new LinkedHashMap<String, Optional<Item>>();
    for (int i = 0; i < reasons.size(); i++) {
      if (is(reasons.get(i).code(), "ConditionalCheckFailed")) {
        existing.put(
            labels.get(i),
            reasons.get(i).hasItem() && !reasons.get(i).item().isEmpty()
                ? Optional.of(new Item(reasons.get(i).item()))
                : Optional.empty());
      }
    }
    return new Refused(existing);
  }

  private static boolean has(List<CancellationReason> reasons, String code) {
    return reasons.stream().anyMatch(reason -> is(reason.code(), code));
  }

  private static boolean is(@Nullable String code, String expected) {
    return expected.equals(code);
  }
}
