package news.nashra.simulation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// One call to AWS, or a pause.
///
/// @param name of the client's method, such as `putObject`
/// @param target the keys it reads or writes, without what differs from run to run
record Call(Service service, String name, String target) {
  /// The service that is called.
  enum Service {
    DYNAMODB,
    S3,
    NOBODY
  }

  static Call pause() {
    return new Call(Service.NOBODY, "pause", "");
  }

  static Call of(Service service, String name, Object request) {
    return new Call(service, name, target(request));
  }

  boolean writes() {
    return name.startsWith("put")
        || name.startsWith("delete")
        || name.startsWith("update")
        || name.startsWith("transactWrite");
  }

  private static String target(Object request) {
    return switch (request) {
      case HeadObjectRequest r -> r.key();
      case GetObjectRequest r -> r.key();
      case PutObjectRequest r -> r.key();
      case DeleteObjectRequest r -> r.key();
      case ListObjectsV2Request r -> r.prefix();
      case GetItemRequest r -> key(r.key());
      case UpdateItemRequest r -> key(r.key());
      case DeleteItemRequest r -> key(r.key());
      case PutItemRequest r -> key(r.item());
      case QueryRequest r ->
          r.expressionAttributeValues().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(e -> text(e.getValue()))
              .collect(Collectors.joining("|"));
      case BatchGetItemRequest r ->
          sorted(r.requestItems().values().stream().flatMap(k -> k.keys().stream()).map(Call::key));
      case TransactWriteItemsRequest r -> sorted(r.transactItems().stream().map(Call::written));
      default -> throw new IllegalStateException("unexpected call:  " + request.getClass());
    };
  }

  private static String written(TransactWriteItem item) {
    if (item.put() != null) {
      return key(item.put().item());
    }
    return key(item.delete() != null ? item.delete().key() : item.update().key());
  }

  private static String key(Map<String, AttributeValue> item) {
    return text(item.get("pk")) + "/" + text(item.get("sk"));
  }

  /// The key of an attribute value. That of a used proof is cut, because it is random.
  private static String text(@Nullable AttributeValue value) {
    var text = value == null || value.s() == null ? "" : value.s();
    return text.startsWith("CHALLENGE#") ? "CHALLENGE#" : text;
  }

  private static String sorted(Stream<String> keys) {
    return keys.sorted().collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return name + " " + target;
  }
}
