package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/// Executes state machines. Thread-safe.
///
/// @param pause before an attempt that is made again
record Execution(Tasks tasks, Consumer<Duration> pause) {
  /// What a state answers and gets is [at
  /// most](https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html) 256 KiB.
  static final int MAX_BYTES = 256 * 1024;

  /// Where a machine goes on, and with what.
  private record Step(JsonNode output, Optional<String> next) {}

  ExecutionResult run(Definition machine, JsonNode input) {
    try {
      var step = new Step(input, Optional.of(machine.startAt()));
      while (step.next().isPresent()) {
        var name = step.next().get();
        var state = machine.state(name);
        step = guarded(name, state, step.output());
      }
      return new ExecutionResult.Succeeded(step.output());
    } catch (StateFault e) {
      return new ExecutionResult.Failed(e.error(), e.explanation());
    }
  }

  private Step guarded(String name, State state, JsonNode input) throws StateFault {
    try {
      var step = step(state, input);
      return new Step(limited(name, step.output()), step.next());
    } catch (StateFault e) {
      var caught = caught(state);
      if (caught.isEmpty() || !e.isCaught()) {
        throw e;
      }
      var error =
          JsonNodeFactory.instance
              .objectNode()
              .put("Error", e.error())
              .put("Cause", e.explanation());
      return new Step(caught.get().path().put(input, error), Optional.of(caught.get().next()));
    }
  }

  private static Optional<State.Catch> caught(State state) {
    return switch (state) {
      case State.Task task -> task.caught();
      case State.Map map -> map.caught();
      case State.Pass pass -> Optional.empty();
      case State.Choice choice -> Optional.empty();
      case State.Succeed succeed -> Optional.empty();
      case State.Fail fail -> Optional.empty();
    };
  }

  private Step step(State state, JsonNode input) throws StateFault {
    return switch (state) {
      case State.Task task -> finish(task.output(), input, attempts(task, input));
      case State.Map map -> finish(map.output(), input, new MapRun(map, this).run(input));
      case State.Pass pass -> new Step(pass(pass, input), pass.next());
      case State.Choice choice -> new Step(input, Optional.of(choose(choice, input)));
      case State.Succeed succeed -> new Step(input, Optional.empty());
      case State.Fail fail -> throw new StateFault(fail.error(), fail.cause());
    };
  }

  private static Step finish(State.Output output, JsonNode input, JsonNode result)
      throws StateFault {
    limited("its result", result);
    var selected = output.selector().isPresent() ? output.selector().get().fill(result) : result;
    return new Step(output.path().put(input, selected), output.next());
  }

  private JsonNode attempts(State.Task task, JsonNode input) throws StateFault {
    var event = event(task, input);
    for (int made = 0; ; made++) {
      try {
        return tasks.call(task.function(), event);
      } catch (StateFault e) {
        if (task.retry().isEmpty() || made == task.retry().get().maxAttempts() || !e.isCaught()) {
          throw e;
        }
        var retry = task.retry().get();
        double seconds = retry.intervalSeconds() * Math.pow(retry.backoff(), made);
        pause.accept(Duration.ofMillis((long) (seconds * 1000)));
      }
    }
  }

  private static JsonNode event(State.Task task, JsonNode input) throws StateFault {
    var chosen = task.inputPath().get(input, StateFault.RUNTIME);
    return task.parameters().isPresent() ? task.parameters().get().fill(chosen) : chosen;
  }

  private static JsonNode pass(State.Pass pass, JsonNode input) throws StateFault {
    if (pass.result().isPresent()) {
      return pass.result().get();
    }
    return pass.parameters().isPresent() ? pass.parameters().get().fill(input) : input;
  }

  private static String choose(State.Choice choice, JsonNode input) throws StateFault {
    for (var rule : choice.rules()) {
      if (holds(rule, input)) {
        return rule.next();
      }
    }
    return choice
        .otherwise()
        .orElseThrow(() -> new StateFault(StateFault.NO_CHOICE, "no rule holds for " + input));
  }

  private static boolean holds(State.Rule rule, JsonNode input) throws StateFault {
    if (rule.lessThan().isEmpty()) {
      return rule.variable().find(input).isPresent() == rule.present();
    }
    var left = rule.variable().get(input, StateFault.RUNTIME);
    var right = rule.lessThan().get().get(input, StateFault.RUNTIME);
    return left.isNumber() && right.isNumber() && left.asDouble() < right.asDouble();
  }

  private static JsonNode limited(String what, JsonNode output) throws StateFault {
    int bytes = output.toString().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new StateFault(
          StateFault.DATA_LIMIT, what + " has " + bytes + " bytes, more than " + MAX_BYTES);
    }
    return output;
  }
}
