package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.core.http.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/// A record of a table's stream as Lambda hands it to a function
/// ([example](https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html)).
final class StreamEvent {
  private StreamEvent() {}

  static JsonNode of(Record record) {
    var change = record.dynamodb();
    var dynamoDb = new LinkedHashMap<String, Object>();
    dynamoDb.put("Keys", item(change.keys()));
    if (change.hasNewImage() && !change.newImage().isEmpty()) {
      dynamoDb.put("NewImage", item(change.newImage()));
    }
    if (change.hasOldImage() && !change.oldImage().isEmpty()) {
      dynamoDb.put("OldImage", item(change.oldImage()));
    }
    dynamoDb.put("SequenceNumber", change.sequenceNumber());
    dynamoDb.put("StreamViewType", "NEW_AND_OLD_IMAGES");
    var event = new LinkedHashMap<String, Object>();
    event.put("eventID", record.eventID());
    event.put("eventName", record.eventNameAsString());
    event.put("eventSource", "aws:dynamodb");
    event.put("dynamodb", dynamoDb);
    return Json.read(Json.write(event));
  }

  private static Map<String, Object> item(Map<String, AttributeValue> attributes) {
    var item = new LinkedHashMap<String, Object>();
    attributes.forEach((name, value) -> item.put(name, value(value)));
    return item;
  }

  private static Map<String, Object> value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case L -> Map.of("L", value.l().stream().map(StreamEvent::value).toList());
      case M -> Map.of("M", item(value.m()));
      default ->
          throw new IllegalStateException(
              "the local stack does not convert attributes of type " + value.type());
    };
  }
}
