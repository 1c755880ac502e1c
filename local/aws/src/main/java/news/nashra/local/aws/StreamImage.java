package news.nashra.local.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// An item as the records of a stream show it, and as DynamoDB Local keeps it: each value under the
/// name of its
/// [type](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html),
/// `{"headline": {"S": "…"}}`.
public final class StreamImage {
  private StreamImage() {}

  public static Map<String, Object> of(Map<String, AttributeValue> attributes) {
    var image = new LinkedHashMap<String, Object>();
    attributes.forEach((name, value) -> image.put(name, value(value)));
    return image;
  }

  private static Map<String, Object> value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Map.of("S", value.s());
      case N -> Map.of("N", value.n());
      case BOOL -> Map.of("BOOL", value.bool());
      case L -> Map.of("L", value.l().stream().map(StreamImage::value).toList());
      case M -> Map.of("M", of(value.m()));
      default ->
          throw new IllegalStateException("no item has an attribute of type " + value.type());
    };
  }
}
