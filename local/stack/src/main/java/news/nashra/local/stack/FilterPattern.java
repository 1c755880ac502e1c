package news.nashra.local.stack;

import com.fasterxml.jackson.databind.JsonNode;

/// A filter of an event source: which records a function wants
/// ([syntax](https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html#filtering-syntax)),
/// as far as the template uses it: equality, `exists`, `prefix`.
record FilterPattern(JsonNode pattern) {
  FilterPattern {
    check(pattern);
  }

  boolean matches(JsonNode event) {
    return matches(pattern, event);
  }

  private static boolean matches(JsonNode pattern, JsonNode value) {
    if (pattern.isObject()) {
      return pattern.properties().stream()
          .allMatch(e -> matches(e.getValue(), value.path(e.getKey())));
    }
    for (var rule : pattern) {
      if (rule.has("exists")
          ? rule.get("exists").asBoolean() != value.isMissingNode()
          : rule.has("prefix")
              ? value.asText().startsWith(rule.get("prefix").asText())
              : rule.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void check(JsonNode pattern) {
    if (pattern.isObject()) {
      pattern.forEach(FilterPattern::check);
    } else if (pattern.isArray()) {
      for (var rule : pattern) {
        if (rule.isObject() && !rule.has("exists") && !rule.has("prefix")) {
          throw new IllegalArgumentException("the local stack has no such filter: " + rule);
        }
      }
    } else {
      throw new IllegalArgumentException("a filter's values stand in a list: " + pattern);
    }
  }
}
