package news.nashra.local.stack.template;

import java.util.function.Function;

/// The section `Conditions` of a template: `!Equals`, `!Not`, `!And`, `!Or` and `!Condition`.
///
/// @param resolve the text of a value
record Conditions(TemplateValue root, Function<TemplateValue, String> resolve) {
  /// Whether the condition holds whose name is in `name`.
  boolean holds(TemplateValue name) {
    var condition =
        root.at("Conditions", name.text())
            .orElseThrow(() -> name.fault("there is no condition " + name.text()));
    return decide(condition);
  }

  private boolean decide(TemplateValue condition) {
    return switch (condition.tag()) {
      case "!Equals" -> {
        var sides = condition.list();
        yield resolve.apply(sides.get(0)).equals(resolve.apply(sides.get(1)));
      }
      case "!Not" -> !decide(condition.list().getFirst());
      case "!And" -> condition.list().stream().allMatch(this::decide);
      case "!Or" -> condition.list().stream().anyMatch(this::decide);
      case "!Condition" -> holds(condition);
      default -> throw condition.fault("the local stack does not decide " + condition.tag());
    };
  }
}
