package news.nashra.local.stack.triggers;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.nashra.local.stack.queues.Queue;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// How the messages of a queue reach a function: a trigger of type `SQS`.
///
/// @param batchSize the most messages that the function gets at a time
/// @param reportsFailures whether the function names the messages that failed
record QueueSource(
    String name, Queue queue, LambdaFunction function, int batchSize, boolean reportsFailures) {
  private static final int DEFAULT_BATCH_SIZE = 10;

  /// All triggers of the template.
  static List<QueueSource> read(
      Template template, Map<String, ? extends LambdaFunction> functions, Queues queues) {
    return template.events("SQS").stream()
        .map(event -> {
          var properties = event.properties();
          properties
              .find("ScalingConfig")
              .ifPresent(scaling ->
                  scaling.allow(
                      event.fullName() + ".ScalingConfig", List.of("MaximumConcurrency")));
          return new QueueSource(
              event.fullName(),
              queues.get(template.target(properties.get("Queue"))),
              Objects.requireNonNull(functions.get(event.function())),
              properties.find("BatchSize").map(TemplateValue::number).orElse(DEFAULT_BATCH_SIZE),
              properties
                  .find("FunctionResponseTypes")
                  .map(EventSourceMapping::reportsFailures)
                  .orElse(false));
        })
        .toList();
  }
}
