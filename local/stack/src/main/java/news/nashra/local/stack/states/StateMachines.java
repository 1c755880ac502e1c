package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// The state machines of the template. Thread-safe.
///
/// @param pause between two attempts
public record StateMachines(Map<String, Definition> machines, Consumer<Duration> pause) {
  /// On one machine what fails is well again sooner, or not at all.
  private static final int FASTER = 10;

  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{(\\w+)}");

  public static StateMachines read(Template template) {
    return read(template, StateMachines::sleep);
  }

  static StateMachines read(Template template, Consumer<Duration> pause) {
    var machines = new LinkedHashMap<String, Definition>();
    template
        .resources("AWS::Serverless::StateMachine")
        .forEach((name, properties) -> machines.put(name, definition(template, name, properties)));
    return new StateMachines(machines, pause);
  }

  private static Definition definition(Template template, String name, TemplateValue properties) {
    var type = properties.get("Type");
    if (!type.text().equals("STANDARD")) {
      throw type.fault(name + ": the local stack has no machines of type " + type.text());
    }
    var substitutions = properties.get("DefinitionSubstitutions");
    return Definition.read(
        name,
        properties.get("Definition"),
        resource -> {
          var variable = SUBSTITUTION.matcher(resource.text());
          var reference =
              Optional.of(variable)
                  .filter(matcher -> matcher.matches())
                  .flatMap(matcher -> substitutions.find(matcher.group(1)))
                  .orElseThrow(
                      () -> resource.fault(name + ": no substitution for " + resource.text()));
          template.target(reference, "AWS::Serverless::Function");
          return template.target(reference);
        });
  }

  /// Executes a machine to its end.
  public ExecutionResult execute(String machine, JsonNode input, Tasks tasks) {
    var definition = machines.get(machine);
    if (definition == null) {
      throw new IllegalArgumentException("no state machine " + machine);
    }
    return new Execution(tasks, pause).run(definition, input);
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause.dividedBy(FASTER));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
