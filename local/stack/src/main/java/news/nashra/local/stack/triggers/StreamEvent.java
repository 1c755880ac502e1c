package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import news.nashra.core.http.Json;
import news.nashra.local.aws.StreamImage;
import software.amazon.awssdk.services.dynamodb.model.Record;

/// A record of a table's stream as Lambda hands it to a function
/// ([example](https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html)).
final class StreamEvent {
  private StreamEvent() {}

  static JsonNode of(Record record) {
    var change = record.dynamodb();
    var dynamoDb = new LinkedHashMap<String, Object>();
    dynamoDb.put("Keys", StreamImage.of(change.keys()));
    if (change.hasNewImage() && !change.newImage().isEmpty()) {
      dynamoDb.put("NewImage", StreamImage.of(change.newImage()));
    }
    if (change.hasOldImage() && !change.oldImage().isEmpty()) {
      dynamoDb.put("OldImage", StreamImage.of(change.oldImage()));
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
}
