package news.nashra.local.stack.states;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.local.stack.template.TemplateValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ExecutionTest {
  @TestFactory
  Stream<DynamicTest> executions() {
    return Cases.of("executions.yaml")
        .map(example ->
            DynamicTest.dynamicTest(example.get("name").text(), () -> assertRuns(example)));
  }

  private static void assertRuns(TemplateValue example) {
    var functions = new Functions(example.find("functions"));
    var pauses = new ArrayList<Double>();
    var execution = new Execution(functions, pause -> pauses.add(pause.toMillis() / 1000.0));
    var result = execution.run(machine(example.get("definition")), example.get("input").json());
    switch (result) {
      case ExecutionResult.Succeeded succeeded ->
          assertThat(succeeded.output()).isEqualTo(example.get("output").json());
      case ExecutionResult.Failed failed ->
          assertThat(failed.error()).isEqualTo(example.get("error").text());
    }
    assertThat(functions.left()).isEmpty();
    assertThat(pauses)
        .isEqualTo(
            example
                .find("pauses")
                .map(list -> list.texts().stream().map(Double::valueOf).toList())
                .orElse(List.of()));
  }

  /// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
  @Test
  void anAnswerOfMoreThan256KibibytesFailsTheExecutionUncaught() {
    var machine =
        machine(
            Cases.parse(
                """
                StartAt: Press
                States:
                  Press:
                    Type: Task
                    Resource: press
                    Retry: [{ ErrorEquals: [States.ALL], IntervalSeconds: 1, MaxAttempts: 5, BackoffRate: 1 }]
                    ResultPath: null
                    Catch: [{ ErrorEquals: [States.ALL], Next: Tell }]
                    End: true
                  Tell: { Type: Succeed }
                """));
    assertThat(answering(machine, Execution.MAX_BYTES))
        .isInstanceOf(ExecutionResult.Succeeded.class);
    assertThat(answering(machine, Execution.MAX_BYTES + 1))
        .isEqualTo(
            new ExecutionResult.Failed(
                "States.DataLimitExceeded", "its result has 262145 bytes, more than 262144"));
  }

  private static ExecutionResult answering(Definition machine, int bytes) {
    var json = JsonNodeFactory.instance;
    Tasks tasks = (function, event) -> json.textNode("a".repeat(bytes - 2));
    return new Execution(tasks, pause -> {}).run(machine, json.objectNode());
  }

  private static Definition machine(TemplateValue definition) {
    return Definition.read("Machine", definition, TemplateValue::text);
  }

  /// Functions that answer as an example says.
  private static final class Functions implements Tasks {
    private final List<TemplateValue> answers;
    private final Map<TemplateValue, Integer> left = new HashMap<>();

    Functions(Optional<TemplateValue> list) {
      this.answers = list.map(TemplateValue::list).orElse(List.of());
      answers.forEach(
          answer -> left.put(answer, answer.find("times").map(TemplateValue::number).orElse(1)));
    }

    @Override
    public synchronized JsonNode call(String function, JsonNode event) throws StateFault {
      for (var answer : answers) {
        boolean asked =
            answer.get("call").text().equals(function) && answer.get("event").json().equals(event);
        if (asked && left.merge(answer, -1, Integer::sum) >= 0) {
          if (answer.find("fault").isPresent()) {
            throw new StateFault(answer.get("fault").text(), "as asked");
          }
          return answer.get("answer").json();
        }
      }
      throw new AssertionError(function + " was not to be called with " + event);
    }

    /// What was not asked for.
    synchronized List<String> left() {
      return answers.stream()
          .filter(answer -> left.getOrDefault(answer, 0) > 0)
          .map(answer -> answer.json().toString())
          .toList();
    }
  }
}
