package news.nashra.core.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;

/// Reads JSON into a tree. It refuses names that an object has twice, nesting deeper than 100
/// levels, and anything after the value. No text at all is a [MissingNode].
///
/// It does what Jackson's mapper does, without its 300 classes. Thread-safe.
final class JsonTree {
  /// How deep arrays and objects may be nested: far more than any request of the API needs.
  private static final int MAX_NESTING = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonTree() {}

  static JsonNode read(String text) throws IOException {
    try (var json = FACTORY.createParser(text)) {
      return read(json);
    }
  }

  static JsonNode read(byte[] text) throws IOException {
    try (var json = FACTORY.createParser(text)) {
      return read(json);
    }
  }

  private static JsonNode read(JsonParser json) throws IOException {
    if (json.nextToken() == null) {
      return MissingNode.getInstance();
    }
    var tree = value(json);
    if (json.nextToken() != null) {
      throw new JsonParseException(json, "something comes after the value");
    }
    return tree;
  }

  private static JsonNode value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_STRING -> NODES.textNode(json.getText());
      case VALUE_NUMBER_INT -> integer(json);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new JsonParseException(json, "no value");
    };
  }

  private static JsonNode object(JsonParser json) throws IOException {
    var object = NODES.objectNode();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      object.set(name, value(json));
    }
    return object;
  }

  private static JsonNode array(JsonParser json) throws IOException {
    var array = NODES.arrayNode();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(json));
    }
    return array;
  }

  private static JsonNode integer(JsonParser json) throws IOException {
    return switch (json.getNumberType()) {
      case INT -> NODES.numberNode(json.getIntValue());
      case LONG -> NODES.numberNode(json.getLongValue());
      default -> NODES.numberNode(json.getBigIntegerValue());
    };
  }
}
