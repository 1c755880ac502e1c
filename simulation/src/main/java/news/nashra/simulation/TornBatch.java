package news.nashra.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/// A batch that is read in two parts, between which others may write: [BatchGetItem is no snapshot
/// of its
/// items](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-isolation).
@NullUnmarked
final class TornBatch {
  private TornBatch() {}

  /// Reads a batch or a part of it.
  @FunctionalInterface
  interface Read {
    BatchGetItemResponse of(BatchGetItemRequest part) throws Exception;
  }

  /// The answer of both parts. The order of the parts depends on the reader and its keys alone, so
  /// that a seed gives the same run again.
  static BatchGetItemResponse read(BatchGetItemRequest batch, String reader, Read read)
      throws Exception {
    boolean reversed = (reader + Call.of(Call.Service.DYNAMODB, "", batch)).hashCode() % 2 == 0;
    var found = new HashMap<String, List<Map<String, AttributeValue>>>();
    var unprocessed = new HashMap<String, KeysAndAttributes>();
    for (boolean first : List.of(!reversed, reversed)) {
      var answer = read.of(part(batch, first));
      answer
          .responses()
          .forEach(
              (table, items) -> found.computeIfAbsent(table, t -> new ArrayList<>()).addAll(items));
      unprocessed.putAll(answer.unprocessedKeys());
    }
    return BatchGetItemResponse.builder().responses(found).unprocessedKeys(unprocessed).build();
  }

  /// Whether a batch has parts: several keys, of one table.
  static boolean isPossible(BatchGetItemRequest batch) {
    return batch.requestItems().size() == 1
        && batch.requestItems().values().iterator().next().keys().size() > 1;
  }

  private static BatchGetItemRequest part(BatchGetItemRequest batch, boolean first) {
    var table = batch.requestItems().entrySet().iterator().next();
    var keys = table.getValue().keys();
    var part = first ? keys.subList(0, 1) : keys.subList(1, keys.size());
    return batch.toBuilder()
        .requestItems(Map.of(table.getKey(), table.getValue().toBuilder().keys(part).build()))
        .build();
  }
}
