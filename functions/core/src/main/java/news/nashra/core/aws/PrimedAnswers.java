package news.nashra.core.aws;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/// Answers in the place of AWS while a function is primed: nothing is sent, and nothing of the
/// newspaper comes into the snapshot. Each write succeeds, and an item that was put is there when
/// it is got. Queries find nothing, a bucket is empty, and a secret is a text that anybody may
/// know. Thread-safe.
final class PrimedAnswers implements Transport {
  /// Good for a list of keys, and for a JSON object of them.
  private static final String NO_SECRET =
      "{\"turn1\":\"primed-primed-primed-primed-primed-primed-primed\"}";

  private static final String NO_OBJECTS = "<ListBucketResult></ListBucketResult>";

  private final Map<Place, Map<String, AttributeValue>> items = new ConcurrentHashMap<>();
  private final Set<URI> servers = ConcurrentHashMap.newKeySet();

  private record Place(String table, Key key) {}

  /// Those that were asked so far.
  Set<URI> servers() {
    return Set.copyOf(servers);
  }

  @Override
  public ServiceCalls.Answer send(ServiceCalls.Call call, Map<String, String> headers) {
    servers.add(call.address().resolve("/"));
    return switch (call.operation()) {
      case "HeadObject", "GetObject" -> answer(404, "");
      case "PutObject" -> answer(200, "");
      case "DeleteObject" -> answer(204, "");
      case "ListObjectsV2" -> answer(200, NO_OBJECTS);
      case "GetSecretValue" -> json(json -> json.writeStringField("SecretString", NO_SECRET));
      default -> dynamoDb(call);
    };
  }

  private ServiceCalls.Answer dynamoDb(ServiceCalls.Call call) {
    return switch (call.request().get()) {
      case GetItemRequest get ->
          json(json ->
              DynamoDbJson.writeItem(
                  json, "Item", find(get.tableName(), get.key()).orElse(Map.of())));
      case BatchGetItemRequest batch ->
          json(json -> {
            json.writeObjectFieldStart("Responses");
            for (var table : batch.requestItems().entrySet()) {
              json.writeArrayFieldStart(table.getKey());
              for (var key : table.getValue().keys()) {
                var found = find(table.getKey(), key);
                if (found.isPresent()) {
                  DynamoDbJson.writeMap(json, found.get());
                }
              }
              json.writeEndArray();
            }
            json.writeEndObject();
          });
      case PutItemRequest put -> {
        put(put.tableName(), put.item());
        yield json(json -> {});
      }
      case TransactWriteItemsRequest transaction -> {
        transaction.transactItems().stream()
            .map(TransactWriteItem::put)
            .filter(put -> put != null)
            .forEach(put -> put(put.tableName(), put.item()));
        yield json(json -> {});
      }
      default -> json(json -> {});
    };
  }

  private Optional<Map<String, AttributeValue>> find(
      String table, Map<String, AttributeValue> key) {
    return Optional.ofNullable(items.get(new Place(table, Key.of(key))));
  }

  private void put(String table, Map<String, AttributeValue> item) {
    items.put(new Place(table, Key.of(item)), item);
  }

  private static ServiceCalls.Answer json(DynamoDbJson.Fields fields) {
    return answer(200, new String(DynamoDbJson.write(fields), StandardCharsets.UTF_8));
  }

  private static ServiceCalls.Answer answer(int status, String body) {
    return new ServiceCalls.Answer(
        status,
        Map.of("etag", "\"primed\""),
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }
}
