package news.nashra.core.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The [JSON of
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html).
final class DynamoDbJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DynamoDbJson() {}

  /// Writes the fields of a request.
  interface Fields {
    void into(JsonGenerator json) throws IOException;
  }

  /// Reads the value of a field of an answer, or skips it.
  interface Field {
    void read(String name, JsonParser json) throws IOException;
  }

  static byte[] write(Fields fields) {
    var out = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      fields.into(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static void read(byte[] answer, Field field) throws IOException {
    try (var json = JSON.createParser(answer)) {
      json.nextToken();
      readFields(json, field);
    }
  }

  /// Reads an object whose first token was read.
  static void readFields(JsonParser json, Field field) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      field.read(name, json);
    }
  }

  /// Writes a field, unless the item is empty.
  static void writeItem(JsonGenerator json, String field, Map<String, AttributeValue> item)
      throws IOException {
    if (!item.isEmpty()) {
      json.writeFieldName(field);
      writeMap(json, item);
    }
  }

  /// Writes a field, unless the text is empty.
  static void writeText(JsonGenerator json, String field, String text) throws IOException {
    if (!text.isEmpty()) {
      json.writeStringField(field, text);
    }
  }

  static void writeMap(JsonGenerator json, Map<String, AttributeValue> map) throws IOException {
    json.writeStartObject();
    for (var entry : map.entrySet()) {
      json.writeFieldName(entry.getKey());
      writeValue(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeValue(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    switch (value.type()) {
      case S -> json.writeStringField("S", value.s());
      case N -> json.writeStringField("N", value.n());
      case BOOL -> json.writeBooleanField("BOOL", value.bool());
      case L -> {
        json.writeArrayFieldStart("L");
        for (var element : value.l()) {
          writeValue(json, element);
        }
        json.writeEndArray();
      }
      case M -> {
        json.writeFieldName("M");
        writeMap(json, value.m());
      }
      case SS, NS, BS, B, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalStateException("no item has an attribute of type " + value.type());
    }
    json.writeEndObject();
  }

  /// Reads an item whose first token was read.
  static Map<String, AttributeValue> readItem(JsonParser json) throws IOException {
    var item = new LinkedHashMap<String, AttributeValue>();
    readFields(json, (name, value) -> item.put(name, readValue(value)));
    return item;
  }

  /// Reads a list of items whose first token was read.
  static List<Item> readItems(JsonParser json) throws IOException {
    var items = new ArrayList<Item>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      items.add(new Item(readItem(json)));
    }
    return items;
  }

  private static AttributeValue readValue(JsonParser json) throws IOException {
    json.nextToken();
    var type = json.currentName();
    json.nextToken();
    var value =
        switch (type) {
          case "S" -> AttributeValue.fromS(json.getText());
          case "N" -> AttributeValue.fromN(json.getText());
          case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
          case "L" -> AttributeValue.fromL(readList(json));
          case "M" -> AttributeValue.fromM(readItem(json));
          default -> throw new IllegalStateException("no item has an attribute of type " + type);
        };
    json.nextToken();
    return value;
  }

  private static List<AttributeValue> readList(JsonParser json) throws IOException {
    var list = new ArrayList<AttributeValue>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(readValue(json));
    }
    return list;
  }
}
