package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.local.stack.template.TemplateValue;

/// `$`, `$.done.pressed` or `$[*].pressed`. A path with `[*]` finds a list, which may be empty.
///
/// @param ofEach whether the fields are those of each item of the input
record JsonPath(String text, boolean ofEach, List<String> fields) {
  static final JsonPath WHOLE = new JsonPath("$", false, List.of());

  private static final Pattern SUPPORTED = Pattern.compile("\\$(\\[\\*])?((\\.[A-Za-z]\\w*)*)");

  static JsonPath read(TemplateValue value) {
    return read(value.text(), value);
  }

  /// @param text of the path
  /// @param value in which it is, for the line of a fault
  static JsonPath read(String text, TemplateValue value) {
    return read(text).orElseThrow(() -> value.fault("the local stack has no path " + text));
  }

  private static Optional<JsonPath> read(String text) {
    var path = SUPPORTED.matcher(text);
    if (!path.matches()) {
      return Optional.empty();
    }
    var fields = path.group(2).isEmpty() ? "" : path.group(2).substring(1);
    return Optional.of(
        new JsonPath(
            text,
            path.group(1) != null,
            fields.isEmpty() ? List.of() : List.of(fields.split("\\.", -1))));
  }

  /// What is there. Null is a value.
  Optional<JsonNode> find(JsonNode input) {
    if (!ofEach) {
      return walk(input);
    }
    var found = JsonNodeFactory.instance.arrayNode();
    input.forEach(item -> walk(item).ifPresent(found::add));
    return Optional.of(found);
  }

  /// What has to be there.
  ///
  /// @param error of the fault if it is not
  JsonNode get(JsonNode input, String error) throws StateFault {
    return find(input)
        .orElseThrow(() -> new StateFault(error, "there is no " + text + " in the input"));
  }

  private Optional<JsonNode> walk(JsonNode input) {
    var found = input;
    for (var field : fields) {
      if (!found.has(field)) {
        return Optional.empty();
      }
      found = found.get(field);
    }
    return Optional.of(found);
  }
}
