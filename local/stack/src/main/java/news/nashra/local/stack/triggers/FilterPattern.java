package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import news.nashra.core.http.Json;
import news.nashra.local.stack.template.TemplateValue;

/// A filter of an event source: which records a function wants
/// ([syntax](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax)).
/// Has equality, `exists` and `prefix`; any other operator is refused when it is read.
record FilterPattern(JsonNode pattern) {
  /// @param trigger the name of the trigger, for the message
  static FilterPattern read(String trigger, TemplateValue text) {
    try {
      var pattern = Json.read(text.text());
      check(pattern);
      return new FilterPattern(pattern);
    } catch (IllegalArgumentException e) {
      throw text.fault(trigger + ": " + e.getMessage());
    }
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  /// All fields of a pattern have to match, and of the rules of a field one.
  private static boolean matches(JsonNode pattern, JsonNode value) {
    if (pattern.isObject()) {
      return pattern.properties().stream()
          .allMatch(field -> matches(field.getValue(), value.path(field.getKey())));
    }
    for (var rule : pattern) {
      if (meets(rule, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean meets(JsonNode rule, JsonNode value) {
    if (rule.has("exists")) {
      boolean exists = value.isValueNode() && !value.isMissingNode();
      return rule.path("exists").asBoolean() == exists;
    }
    return rule.has("prefix")
        ? value.isTextual() && value.asText().startsWith(rule.path("prefix").asText())
        : rule.equals(value);
  }

  private static void check(JsonNode pattern) {
    if (pattern.isObject()) {
      pattern
          .properties()
          .forEach(field -> {
            if (field.getKey().startsWith("$")) {
              throw new IllegalArgumentException("the local stack has no filter " + field.getKey());
            }
            check(field.getValue());
          });
    } else if (pattern.isArray()) {
      pattern.forEach(FilterPattern::checkRule);
    } else {
      throw new IllegalArgumentException("the values of a filter are a list, not " + pattern);
    }
  }

  private static void checkRule(JsonNode rule) {
    boolean operator = rule.path("exists").isBoolean() || rule.path("prefix").isTextual();
    boolean known = rule.isValueNode() || (rule.size() == 1 && operator);
    if (!known) {
      throw new IllegalArgumentException("the local stack has no filter " + rule);
    }
  }
}
