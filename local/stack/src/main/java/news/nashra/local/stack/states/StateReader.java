package news.nashra.local.stack.states;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import news.nashra.local.stack.template.TemplateValue;

/// Reads a state, and refuses what the local stack does not run by name and line.
///
/// @param names of the states of its machine
/// @param functionOf the name of the function that a `Resource` is
record StateReader(Set<String> names, Function<TemplateValue, String> functionOf) {
  private static final Set<String> END = Set.of("Type", "Next", "End");

  State read(String name, TemplateValue state) {
    var type = state.get("Type");
    return switch (type.text()) {
      case "Task" -> task(name, state);
      case "Map" -> map(name, state);
      case "Pass" -> pass(name, state);
      case "Choice" -> choice(name, state);
      case "Succeed" -> {
        state.allow(name, Set.of("Type"));
        yield new State.Succeed();
      }
      case "Fail" -> {
        state.allow(name, Set.of("Type", "Error", "Cause"));
        yield new State.Fail(state.get("Error").text(), state.get("Cause").text());
      }
      default -> throw type.fault(name + ": the local stack has no state " + type.text());
    };
  }

  private State task(String name, TemplateValue state) {
    allow(
        name,
        state,
        "Resource",
        "InputPath",
        "Parameters",
        "ResultSelector",
        "ResultPath",
        "Retry",
        "Catch");
    return new State.Task(
        functionOf.apply(state.get("Resource")),
        state.find("InputPath").map(JsonPath::read).orElse(JsonPath.WHOLE),
        PayloadTemplate.of(state.find("Parameters")),
        output(state),
        state.find("Retry").map(retry -> retry(name, retry)),
        state.find("Catch").map(caught -> caught(name, caught)));
  }

  private State map(String name, TemplateValue state) {
    allow(
        name,
        state,
        "ItemsPath",
        "MaxConcurrency",
        "ToleratedFailurePercentage",
        "ItemProcessor",
        "ResultSelector",
        "ResultPath",
        "Catch");
    var processor = state.get("ItemProcessor");
    processor.allow(name + ".ItemProcessor", Set.of("ProcessorConfig", "StartAt", "States"));
    var config = processor.get("ProcessorConfig");
    config.allow(name + ".ProcessorConfig", Set.of("Mode", "ExecutionType"));
    only("DISTRIBUTED", config.get("Mode"));
    only("STANDARD", config.get("ExecutionType"));
    return new State.Map(
        JsonPath.read(state.get("ItemsPath")),
        state.get("MaxConcurrency").number(),
        state.find("ToleratedFailurePercentage").map(TemplateValue::number).orElse(0),
        Definition.processor(name, processor, functionOf),
        output(state),
        state.find("Catch").map(caught -> caught(name, caught)));
  }

  private State pass(String name, TemplateValue state) {
    allow(name, state, "Result", "Parameters");
    return new State.Pass(
        state.find("Result").map(TemplateValue::json),
        PayloadTemplate.of(state.find("Parameters")),
        next(state));
  }

  private State choice(String name, TemplateValue state) {
    state.allow(name, Set.of("Type", "Choices", "Default"));
    return new State.Choice(
        state.get("Choices").list().stream().map(rule -> rule(name, rule)).toList(),
        state.find("Default").map(this::name));
  }

  private State.Rule rule(String name, TemplateValue rule) {
    rule.allow(name, Set.of("Variable", "NumericLessThanPath", "IsPresent", "Next"));
    var lessThan = rule.find("NumericLessThanPath").map(JsonPath::read);
    var present = rule.find("IsPresent").map(TemplateValue::flag);
    if (lessThan.isPresent() == present.isPresent()) {
      throw rule.fault(name + ": a rule has one comparison");
    }
    return new State.Rule(
        JsonPath.read(rule.get("Variable")),
        lessThan,
        present.orElse(false),
        name(rule.get("Next")));
  }

  private State.Output output(TemplateValue state) {
    return new State.Output(
        PayloadTemplate.of(state.find("ResultSelector")),
        ResultPath.of(state.find("ResultPath")),
        next(state));
  }

  private static State.Retry retry(String name, TemplateValue list) {
    var retry = onlyForAll(name, list);
    retry.allow(
        name + ".Retry", Set.of("ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate"));
    return new State.Retry(
        retry.get("IntervalSeconds").number(),
        retry.get("MaxAttempts").number(),
        Double.parseDouble(retry.get("BackoffRate").text()));
  }

  private State.Catch caught(String name, TemplateValue list) {
    var caught = onlyForAll(name, list);
    caught.allow(name + ".Catch", Set.of("ErrorEquals", "ResultPath", "Next"));
    return new State.Catch(ResultPath.of(caught.find("ResultPath")), name(caught.get("Next")));
  }

  /// The only retrier or catcher of a list, which is for all errors.
  private static TemplateValue onlyForAll(String name, TemplateValue list) {
    if (list.list().size() != 1) {
      throw list.fault(name + ": the local stack supports one, for States.ALL");
    }
    var first = list.list().getFirst();
    first.get("ErrorEquals").list().forEach(error -> only("States.ALL", error));
    return first;
  }

  private static void only(String supported, TemplateValue value) {
    if (!value.text().equals(supported)) {
      throw value.fault("the local stack supports " + supported + ", not " + value.text());
    }
  }

  /// The name of a state that there is.
  String name(TemplateValue value) {
    if (!names.contains(value.text())) {
      throw value.fault("there is no state " + value.text());
    }
    return value.text();
  }

  private Optional<String> next(TemplateValue state) {
    var next = state.find("Next").map(this::name);
    if (next.isPresent() == state.find("End").map(TemplateValue::flag).orElse(false)) {
      throw state.fault("a state has either Next or End: true");
    }
    return next;
  }

  private static void allow(String name, TemplateValue state, String... fields) {
    var all = new HashSet<>(Set.of(fields));
    all.addAll(END);
    state.allow(name, all);
  }
}
