package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.local.stack.template.TemplateValue;

/// `Parameters` or `ResultSelector`: an object whose fields are values, or, where their names end
/// in `.$`, paths or `States.ArrayLength` of a path.
record PayloadTemplate(Map<String, Field> fields) {
  private static final Pattern LENGTH = Pattern.compile("States\\.ArrayLength\\((.*)\\)");

  sealed interface Field {
    record Constant(JsonNode value) implements Field {}

    record Copy(JsonPath path) implements Field {}

    record Length(JsonPath path) implements Field {}
  }

  static Optional<PayloadTemplate> of(Optional<TemplateValue> value) {
    return value.map(PayloadTemplate::read);
  }

  private static PayloadTemplate read(TemplateValue value) {
    var fields = new LinkedHashMap<String, Field>();
    value
        .fields()
        .forEach((name, field) -> {
          boolean computed = name.endsWith(".$");
          fields.put(
              computed ? name.substring(0, name.length() - 2) : name,
              computed ? expression(field) : constant(field));
        });
    return new PayloadTemplate(fields);
  }

  private static Field expression(TemplateValue value) {
    var length = LENGTH.matcher(value.text());
    return length.matches()
        ? new Field.Length(JsonPath.read(length.group(1), value))
        : new Field.Copy(JsonPath.read(value));
  }

  private static Field constant(TemplateValue value) {
    var json = value.json();
    if (json.toString().contains(".$\":")) {
      throw value.fault("the local stack has no path within a value");
    }
    return new Field.Constant(json);
  }

  JsonNode fill(JsonNode input) throws StateFault {
    var filled = JsonNodeFactory.instance.objectNode();
    for (var field : fields.entrySet()) {
      filled.set(field.getKey(), value(field.getValue(), input));
    }
    return filled;
  }

  private static JsonNode value(Field field, JsonNode input) throws StateFault {
    return switch (field) {
      case Field.Constant constant -> constant.value();
      case Field.Copy copy -> copy.path().get(input, StateFault.PARAMETER_PATH);
      case Field.Length length -> {
        var list = length.path().get(input, StateFault.PARAMETER_PATH);
        if (!list.isArray()) {
          throw new StateFault(
              "States.IntrinsicFailure", length.path().text() + " is no list: " + list);
        }
        yield IntNode.valueOf(list.size());
      }
    };
  }
}
