package news.nashra.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import news.nashra.core.http.Json;
import news.nashra.local.aws.StreamImage;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// The streams of a world's tables: the item before and after each write, in the order of the
/// writes. The streams of DynamoDB Local report the same, but at times of their own, so a seed
/// could not be repeated.
@NullUnmarked
final class Changes {
  private final DynamoDbClient dynamoDb;
  private final Map<String, List<JsonNode>> records = new HashMap<>();
  private final BiConsumer<String, String> newArticles;
  private int sequence;

  /// @param dynamoDb not behind the gate
  /// @param newArticles is given the editor and the id of each new article
  Changes(DynamoDbClient dynamoDb, BiConsumer<String, String> newArticles) {
    this.dynamoDb = dynamoDb;
    this.newArticles = newArticles;
  }

  /// The records of a table, a list that grows.
  List<JsonNode> recordsOf(String table) {
    return records.computeIfAbsent(table, name -> new ArrayList<>());
  }

  private record Place(String table, Map<String, AttributeValue> key) {
    static Place of(String table, Map<String, AttributeValue> item) {
      return new Place(table, Map.of("pk", item.get("pk"), "sk", item.get("sk")));
    }
  }

  /// Makes a call and records what it changed, even if it fails.
  Object around(Object request, Callable<Object> call) throws Exception {
    var before = new LinkedHashMap<Place, Map<String, AttributeValue>>();
    written(request).forEach(place -> before.put(place, image(place)));
    try {
      return call.call();
    } finally {
      before.forEach((place, image) -> add(place, image, image(place)));
    }
  }

  private static List<Place> written(Object request) {
    return switch (request) {
      case PutItemRequest r -> List.of(Place.of(r.tableName(), r.item()));
      case UpdateItemRequest r -> List.of(Place.of(r.tableName(), r.key()));
      case DeleteItemRequest r -> List.of(Place.of(r.tableName(), r.key()));
      case TransactWriteItemsRequest r -> r.transactItems().stream().map(Changes::written).toList();
      default -> List.of();
    };
  }

  private static Place written(TransactWriteItem write) {
    if (write.put() != null) {
      return Place.of(write.put().tableName(), write.put().item());
    }
    return write.delete() != null
        ? Place.of(write.delete().tableName(), write.delete().key())
        : Place.of(write.update().tableName(), write.update().key());
  }

  private Map<String, AttributeValue> image(Place place) {
    return dynamoDb
        .getItem(r -> r.tableName(place.table()).key(place.key()).consistentRead(true))
        .item();
  }

  private void add(
      Place place, Map<String, AttributeValue> before, Map<String, AttributeValue> after) {
    if (before.equals(after)) {
      return;
    }
    if (before.isEmpty() && place.key().get("sk").s().equals("HEAD")) {
      newArticles.accept(
          after.get("editor").s(), place.key().get("pk").s().substring("ARTICLE#".length()));
    }
    var change = new LinkedHashMap<String, Object>();
    change.put("Keys", StreamImage.of(place.key()));
    if (!before.isEmpty()) {
      change.put("OldImage", StreamImage.of(before));
    }
    if (!after.isEmpty()) {
      change.put("NewImage", StreamImage.of(after));
    }
    sequence++;
    change.put("SequenceNumber", Integer.toString(sequence));
    recordsOf(place.table()).add(Json.read(Json.write(Map.of("dynamodb", change))));
  }
}
