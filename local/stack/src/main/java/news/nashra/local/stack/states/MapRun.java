package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import news.nashra.core.Parallel;

/// One run of a distributed map: an execution of its own for each item. The result lists what they
/// answered, in the order of the items. For [one that
/// failed](https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html) it
/// has the error, the cause and the input.
record MapRun(State.Map map, Execution execution) {
  JsonNode run(JsonNode input) throws StateFault {
    var items = map.itemsPath().get(input, StateFault.RUNTIME);
    if (!items.isArray()) {
      throw new StateFault(StateFault.RUNTIME, map.itemsPath().text() + " is no list");
    }
    var tasks = new ArrayList<Callable<ExecutionResult>>();
    items.forEach(item -> tasks.add(() -> execution.run(map.processor(), item)));
    var answers = JsonNodeFactory.instance.arrayNode();
    int failed = 0;
    int at = 0;
    for (var result : Parallel.all(tasks, map.maxConcurrency())) {
      var item = items.get(at++);
      switch (result) {
        case ExecutionResult.Succeeded succeeded -> answers.add(succeeded.output());
        case ExecutionResult.Failed fault -> {
          failed++;
          answers.add(described(fault, item));
        }
      }
    }
    if (failed * 100 > map.toleratedPercentage() * items.size()) {
      throw new StateFault(
          StateFault.TOO_MANY_FAILURES, failed + " of " + items.size() + " items failed");
    }
    return answers;
  }

  private static JsonNode described(ExecutionResult.Failed fault, JsonNode item) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Status", "FAILED")
        .put("Error", fault.error())
        .put("Cause", fault.cause())
        .put("Input", item.toString());
  }
}
