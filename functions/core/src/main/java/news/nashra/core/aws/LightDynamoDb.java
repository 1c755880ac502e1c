package news.nashra.core.aws;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.core.aws.DynamoDbJson.Field;
import news.nashra.core.aws.DynamoDbJson.Fields;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// DynamoDB without the SDK's classes for requests and answers, which take as long to load as all
/// of Nashra. Thread-safe.
record LightDynamoDb(JsonCalls calls) implements DynamoDb {
  private static final Field NOTHING = (name, json) -> json.skipChildren();

  @Override
  public Optional<Item> get(String table, Key key) {
    var found = new Answer();
    call(
        "GetItem",
        () -> SdkDynamoDb.getItem(table, key),
        json -> {
          json.writeStringField("TableName", table);
          DynamoDbJson.writeItem(json, "Key", key.attributes());
          json.writeBooleanField("ConsistentRead", true);
        },
        found);
    return found.items.stream().findFirst();
  }

  @Override
  public Batch get(String table, List<Key> keys) {
    var found = new Answer();
    call(
        "BatchGetItem",
        () -> SdkDynamoDb.batchGetItem(table, keys),
        json -> {
          json.writeObjectFieldStart("RequestItems");
          json.writeObjectFieldStart(table);
          json.writeBooleanField("ConsistentRead", true);
          json.writeArrayFieldStart("Keys");
          for (var key : keys) {
            json.writeStartObject();
            for (var attribute : key.attributes().entrySet()) {
              json.writeObjectFieldStart(attribute.getKey());
              json.writeStringField("S", attribute.getValue().s());
              json.writeEndObject();
            }
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
          json.writeEndObject();
        },
        found);
    return new Batch(found.items, found.unread);
  }

  @Override
  public Page query(Query query) {
    var found = new Answer();
    call("Query", () -> SdkDynamoDb.request(query), json -> write(json, query), found);
    return new Page(found.items, found.count, found.end);
  }

  private static void write(JsonGenerator json, Query query) throws IOException {
    json.writeStringField("TableName", query.table());
    DynamoDbJson.writeText(json, "IndexName", query.index().orElse(""));
    json.writeBooleanField("ConsistentRead", query.index().isEmpty());
    json.writeStringField("KeyConditionExpression", query.keyCondition());
    DynamoDbJson.writeItem(json, "ExpressionAttributeValues", query.values());
    DynamoDbJson.writeText(json, "ProjectionExpression", query.projection().orElse(""));
    DynamoDbJson.writeText(json, "Select", query.onlyCount() ? "COUNT" : "");
    DynamoDbJson.writeItem(json, "ExclusiveStartKey", query.from());
    json.writeBooleanField("ScanIndexForward", query.forward());
    if (query.limit().isPresent()) {
      json.writeNumberField("Limit", query.limit().get());
    }
  }

  @Override
  public void write(Write write) {
    var operation =
        switch (write.change()) {
          case PUT -> "PutItem";
          case UPDATE -> "UpdateItem";
          case DELETE -> "DeleteItem";
        };
    call(operation, () -> SdkDynamoDb.request(write), json -> write(json, write), NOTHING);
  }

  @Override
  public void transact(List<Write> writes, String token) {
    call(
        "TransactWriteItems",
        () -> SdkDynamoDb.request(writes, token),
        json -> {
          json.writeStringField("ClientRequestToken", token);
          json.writeArrayFieldStart("TransactItems");
          for (var write : writes) {
            json.writeStartObject();
            json.writeObjectFieldStart(part(write));
            write(json, write);
            if (!write.condition().isEmpty()) {
              json.writeStringField("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
            }
            json.writeEndObject();
            json.writeEndObject();
          }
          json.writeEndArray();
        },
        NOTHING);
  }

  private static String part(Write write) {
    return switch (write.change()) {
      case PUT -> "Put";
      case UPDATE -> "Update";
      case DELETE -> "Delete";
    };
  }

  private static void write(JsonGenerator json, Write write) throws IOException {
    json.writeStringField("TableName", write.table());
    DynamoDbJson.writeItem(json, write.change() == Change.PUT ? "Item" : "Key", write.item());
    DynamoDbJson.writeText(json, "UpdateExpression", write.update());
    DynamoDbJson.writeText(json, "ConditionExpression", write.condition());
    if (!write.names().isEmpty()) {
      json.writeObjectFieldStart("ExpressionAttributeNames");
      for (var name : write.names().entrySet()) {
        json.writeStringField(name.getKey(), name.getValue());
      }
      json.writeEndObject();
    }
    DynamoDbJson.writeItem(json, "ExpressionAttributeValues", write.values());
  }

  private void call(String operation, Supplier<SdkRequest> request, Fields fields, Field answer) {
    calls.call(operation, request, fields, answer);
  }

  /// What an answer holds.
  private static final class Answer implements Field {
    List<Item> items = new ArrayList<>();
    List<Key> unread = new ArrayList<>();
    int count;
    Map<String, AttributeValue> end = Map.of();

    @Override
    public void read(String name, JsonParser json) throws IOException {
      switch (name) {
        case "Item" -> items.add(new Item(DynamoDbJson.readItem(json)));
        case "Items" -> items = DynamoDbJson.readItems(json);
        case "Count" -> count = json.getIntValue();
        case "LastEvaluatedKey" -> end = DynamoDbJson.readItem(json);
        case "Responses" ->
            DynamoDbJson.readFields(json, (table, of) -> items.addAll(DynamoDbJson.readItems(of)));
        case "UnprocessedKeys" ->
            DynamoDbJson.readFields(
                json, (table, of) -> DynamoDbJson.readFields(of, this::readKeys));
        default -> json.skipChildren();
      }
    }

    private void readKeys(String name, JsonParser json) throws IOException {
      if (name.equals("Keys")) {
        DynamoDbJson.readItems(json).forEach(item -> unread.add(item.key()));
      } else {
        json.skipChildren();
      }
    }
  }

  /// The exception for an answer that is a failure.
  static AwsServiceException failure(int status, byte[] body) {
    var builder =
        switch (JsonCalls.said(body).code()) {
          case "ConditionalCheckFailedException" -> ConditionalCheckFailedException.builder();
          case "TransactionCanceledException" ->
              TransactionCanceledException.builder().cancellationReasons(reasons(body));
          default -> DynamoDbException.builder();
        };
    return JsonCalls.describe(builder, status, body).build();
  }

  /// Why each write of a transaction was not made, with the items that are there instead.
  private static List<CancellationReason> reasons(byte[] body) {
    var reasons = new ArrayList<CancellationReason>();
    try {
      DynamoDbJson.read(
          body,
          (name, json) -> {
            if (!name.equals("CancellationReasons")) {
              json.skipChildren();
              return;
            }
            while (json.nextToken() != JsonToken.END_ARRAY) {
              reasons.add(reason(json));
            }
          });
    } catch (IOException e) {
      // What was said so far counts.
    }
    return reasons;
  }

  private static CancellationReason reason(JsonParser json) throws IOException {
    var reason = CancellationReason.builder();
    DynamoDbJson.readFields(
        json,
        (name, value) -> {
          switch (name) {
            case "Code" -> reason.code(value.getText());
            case "Item" -> reason.item(DynamoDbJson.readItem(value));
            default -> value.skipChildren();
          }
        });
    return reason.build();
  }
}
