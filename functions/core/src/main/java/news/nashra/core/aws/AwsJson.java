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
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.utils.builder.Buildable;

/// Writes the SDK's requests, and reads its answers, as the [JSON of
/// AWS](https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html). Supports strings, numbers,
/// flags, structures, lists and maps. A request with anything else throws; of an answer, anything
/// else is left out.
final class AwsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private AwsJson() {}

  static byte[] write(SdkPojo request) {
    var out = new ByteArrayOutputStream();
    try (var json = JSON.createGenerator(out)) {
      writeFields(json, request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void writeFields(JsonGenerator json, SdkPojo structure) throws IOException {
    json.writeStartObject();
    for (var field : structure.sdkFields()) {
      var value = field.getValueOrDefault(structure);
      if (value != null
          && !(value instanceof SdkAutoConstructList)
          && !(value instanceof SdkAutoConstructMap)) {
        json.writeFieldName(field.locationName());
        write(json, value);
      }
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case AttributeValue attribute -> writeAttribute(json, attribute);
      case SdkPojo structure -> writeFields(json, structure);
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case List<?> list -> writeList(json, list);
      case Map<?, ?> map -> writeMap(json, map);
      default -> throw new IllegalArgumentException("cannot be sent: " + value.getClass());
    }
  }

  private static void writeAttribute(JsonGenerator json, AttributeValue value) throws IOException {
    json.writeStartObject();
    switch (value.type()) {
      case S -> json.writeStringField("S", value.s());
      case N -> json.writeStringField("N", value.n());
      case BOOL -> json.writeBooleanField("BOOL", value.bool());
      case L -> {
        json.writeFieldName("L");
        writeList(json, value.l());
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

  private static void writeList(JsonGenerator json, List<?> list) throws IOException {
    json.writeStartArray();
    for (var element : list) {
      write(json, element);
    }
    json.writeEndArray();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
    json.writeStartObject();
    for (var entry : map.entrySet()) {
      json.writeFieldName(String.valueOf(entry.getKey()));
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  /// Reads an answer into the builder of its class, and builds it.
  static Object read(byte[] answer, SdkPojo builder) throws IOException {
    try (var json = JSON.createParser(answer)) {
      json.nextToken();
      return readStructure(json, builder);
    }
  }

  private static Object readStructure(JsonParser json, SdkPojo builder) throws IOException {
    if (builder instanceof AttributeValue.Builder) {
      return readAttribute(json);
    }
    var fields = builder.sdkFieldNameToField();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var field = fields.get(json.currentName());
      if (json.nextToken() == JsonToken.VALUE_NULL || field == null) {
        json.skipChildren();
      } else {
        field.set(builder, readValue(json, field));
      }
    }
    return ((Buildable) builder).build();
  }

  private static @Nullable Object readValue(JsonParser json, SdkField<?> field) throws IOException {
    var type = field.marshallingType();
    if (type == MarshallingType.STRING) {
      return json.getText();
    }
    if (type == MarshallingType.SDK_POJO) {
      return readStructure(json, field.constructor().get());
    }
    if (type == MarshallingType.LIST) {
      var list = new ArrayList<Object>();
      var member = field.getRequiredTrait(ListTrait.class).memberFieldInfo();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(readValue(json, member));
      }
      return list;
    }
    if (type == MarshallingType.MAP) {
      var map = new LinkedHashMap<String, Object>();
      var member = field.getRequiredTrait(MapTrait.class).valueFieldInfo();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        var name = json.currentName();
        json.nextToken();
        map.put(name, readValue(json, member));
      }
      return map;
    }
    if (type == MarshallingType.INTEGER) {
      return json.getIntValue();
    }
    if (type == MarshallingType.BOOLEAN) {
      return json.getBooleanValue();
    }
    json.skipChildren();
    return null;
  }

  private static AttributeValue readAttribute(JsonParser json) throws IOException {
    json.nextToken();
    var type = json.currentName();
    json.nextToken();
    var value =
        switch (type) {
          case "S" -> AttributeValue.fromS(json.getText());
          case "N" -> AttributeValue.fromN(json.getText());
          case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
          case "L" -> AttributeValue.fromL(readList(json));
          case "M" -> AttributeValue.fromM(readMap(json));
          default -> throw new IllegalStateException("no item has an attribute of type " + type);
        };
    json.nextToken();
    return value;
  }

  private static List<AttributeValue> readList(JsonParser json) throws IOException {
    var list = new ArrayList<AttributeValue>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(readAttribute(json));
    }
    return list;
  }

  private static Map<String, AttributeValue> readMap(JsonParser json) throws IOException {
    var map = new LinkedHashMap<String, AttributeValue>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      json.nextToken();
      map.put(name, readAttribute(json));
    }
    return map;
  }
}
