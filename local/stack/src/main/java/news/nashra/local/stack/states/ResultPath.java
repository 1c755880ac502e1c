package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import news.nashra.local.stack.template.TemplateValue;

/// Where the result of a state goes: it replaces the input (`$`), becomes a field of it (`$.done`),
/// or is thrown away (`null`).
///
/// @param field empty to replace the input
record ResultPath(boolean discards, Optional<String> field) {
  static final ResultPath REPLACE = new ResultPath(false, Optional.empty());

  static ResultPath of(Optional<TemplateValue> value) {
    return value.map(ResultPath::read).orElse(REPLACE);
  }

  private static ResultPath read(TemplateValue value) {
    if (value.json().isNull()) {
      return new ResultPath(true, Optional.empty());
    }
    var path = JsonPath.read(value);
    if (path.ofEach() || path.fields().size() > 1) {
      throw value.fault("the local stack puts no result at " + path.text());
    }
    return new ResultPath(false, path.fields().stream().findFirst());
  }

  JsonNode put(JsonNode input, JsonNode result) throws StateFault {
    if (discards) {
      return input;
    }
    if (field.isEmpty()) {
      return result;
    }
    if (!(input instanceof ObjectNode object)) {
      throw new StateFault(
          StateFault.RESULT_PATH, "the input is no object that could have a field " + field.get());
    }
    return object.deepCopy().set(field.get(), result);
  }
}
