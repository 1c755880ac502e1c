package news.nashra.local.stack.triggers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateValue;

/// How the records of a table's stream reach a function: a trigger of type `DynamoDB`.
///
/// @param name of the function and its trigger, `PressArticles.Heads`
/// @param table the resource of the table
/// @param batchSize the most records that the function gets at a time
/// @param window how long a batch waits for more records
/// @param retries how often a failed batch is handed over again
/// @param lanes how many batches are handed over at the same time; all records of a partition key
///   take the same lane
/// @param bisect whether a batch that failed is split in two
/// @param reportsFailures whether the function names the records that failed
/// @param fromStart whether a new stream is read from its first record
/// @param filters a record that meets one of them is handed over; empty for all
record EventSourceMapping(
    String name,
    String table,
    LambdaFunction function,
    int batchSize,
    Duration window,
    int retries,
    int lanes,
    boolean bisect,
    boolean reportsFailures,
    boolean fromStart,
    List<FilterPattern> filters) {
  private static final int DEFAULT_BATCH_SIZE = 100;

  /// All mappings of the template.
  static List<EventSourceMapping> read(
      Template template, Map<String, ? extends LambdaFunction> functions) {
    return template.events("DynamoDB").stream()
        .map(
            event -> read(template, event, Objects.requireNonNull(functions.get(event.function()))))
        .toList();
  }

  private static EventSourceMapping read(
      Template template, Template.Event event, LambdaFunction function) {
    var properties = event.properties();
    properties.at("DestinationConfig", "OnFailure", "Type").ifPresent(type -> expect("SQS", type));
    var filters = properties.at("FilterCriteria", "Filters").map(TemplateValue::list);
    return new EventSourceMapping(
        event.fullName(),
        template.target(properties.get("Stream")),
        function,
        properties.find("BatchSize").map(TemplateValue::number).orElse(DEFAULT_BATCH_SIZE),
        Duration.ofSeconds(
            properties.find("MaximumBatchingWindowInSeconds").map(TemplateValue::number).orElse(0)),
        properties.get("MaximumRetryAttempts").number(),
        properties.find("ParallelizationFactor").map(TemplateValue::number).orElse(1),
        properties.find("BisectBatchOnFunctionError").map(TemplateValue::flag).orElse(false),
        properties
            .find("FunctionResponseTypes")
            .map(EventSourceMapping::reportsFailures)
            .orElse(false),
        fromStart(properties.get("StartingPosition")),
        filters.orElse(List.of()).stream()
            .map(filter -> FilterPattern.read(event.fullName(), filter.get("Pattern")))
            .toList());
  }

  boolean wants(JsonNode record) {
    return filters.isEmpty() || filters.stream().anyMatch(filter -> filter.matches(record));
  }

  static boolean reportsFailures(TemplateValue types) {
    types.list().forEach(type -> expect("ReportBatchItemFailures", type));
    return !types.list().isEmpty();
  }

  private static boolean fromStart(TemplateValue position) {
    return switch (position.text()) {
      case "TRIM_HORIZON" -> true;
      case "LATEST" -> false;
      default ->
          throw position.fault(
              "the local stack has TRIM_HORIZON and LATEST, not " + position.text());
    };
  }

  private static void expect(String supported, TemplateValue value) {
    if (!value.text().equals(supported)) {
      throw value.fault("the local stack has " + supported + " here, not " + value.text());
    }
  }
}
