package news.nashra.core.aws;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The primary key of an item: its partition key and its sort key.
public record Key(String pk, String sk) {
  static Key of(Map<String, AttributeValue> attributes) {
    return new Item(attributes).key();
  }

  Map<String, AttributeValue> attributes() {
    return Map.of(Item.PK, AttributeValue.fromS(pk), Item.SK, AttributeValue.fromS(sk));
  }
}
