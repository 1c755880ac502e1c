package news.nashra.core;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one line of JSON per event to standard output, where Lambda collects it. Thread-safe.
///
/// Never log a reader's text or address.
public final class Log {
  /// The request that this thread works for. Threads that it starts inherit it.
  private static final InheritableThreadLocal<String> REQUEST = new InheritableThreadLocal<>();

  /// What tells this newspaper's metrics from those of another in the same account. A healthy stage
  /// must not hide an ill one.
  private static final Map<String, String> DIMENSIONS = dimensions(System.getenv());

  private static volatile boolean withoutMetrics;

  private Log() {}

  /// Does `work`, of which nothing but errors is logged and no metric counted, in any thread.
  public static void withoutMetrics(Runnable work) {
    withoutMetrics = true;
    try {
      work.run();
    } finally {
      withoutMetrics = false;
    }
  }

  /// Begins a call of a function: every line of it, also of threads that it starts, names its
  /// request as `requestId`.
  ///
  /// @param context absent where the caller is not Lambda
  public static void begin(@Nullable Context context) {
    if (context == null) {
      REQUEST.remove();
    } else {
      REQUEST.set(context.getAwsRequestId());
    }
  }

  /// Logs a normal event.
  public static void info(String event, Map<String, ?> facts) {
    print(with("INFO", event, facts));
  }

  /// Logs something that an operator may have to look at.
  public static void warn(String event, Map<String, ?> facts) {
    print(with("WARN", event, facts));
  }

  /// Logs an exception with its stack trace.
  public static void error(String event, Throwable fault) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    print(with("ERROR", event, Map.of("fault", String.valueOf(fault), "trace", trace.toString())));
  }

  private static Map<String, String> dimensions(Map<String, String> environment) {
    var dimensions = new LinkedHashMap<String, String>();
    dimensions.put("Stage", environment.getOrDefault("STAGE", "none"));
    dimensions.put("Edition", environment.getOrDefault("EDITION", "none"));
    return dimensions;
  }

  /// Adds one to a CloudWatch metric in the namespace `Nashra`, with the dimensions `Stage` and
  /// `Edition` of the environment variables `STAGE` and `EDITION`, in the [embedded metric
  /// format](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html).
  public static void count(String metric, Map<String, ?> facts) {
    count(metric, 1, facts);
  }

  /// Adds a number to such a metric.
  public static void count(String metric, long number, Map<String, ?> facts) {
    measure(metric, "Count", number, facts);
  }

  /// Records a duration in seconds as a CloudWatch metric.
  public static void seconds(String metric, long seconds) {
    measure(metric, "Seconds", seconds, Map.of());
  }

  /// Records a duration in milliseconds as a CloudWatch metric.
  public static void millis(String metric, long millis, Map<String, ?> facts) {
    measure(metric, "Milliseconds", millis, facts);
  }

  /// Records a number without a unit as a CloudWatch metric.
  public static void number(String metric, double number) {
    measure(metric, "None", number, Map.of());
  }

  private static void measure(String metric, String unit, Number value, Map<String, ?> facts) {
    var line = with("INFO", metric, facts);
    line.putAll(DIMENSIONS);
    line.put(
        "_aws",
        Map.of(
            "Timestamp", Clock.systemUTC().millis(),
            "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace", "Nashra",
                        "Dimensions", List.of(List.copyOf(DIMENSIONS.keySet())),
                        "Metrics", List.of(Map.of("Name", metric, "Unit", unit))))));
    line.put(metric, value);
    print(line);
  }

  private static Map<String, Object> with(String level, String event, Map<String, ?> facts) {
    var line = new LinkedHashMap<String, Object>();
    line.put("level", level);
    line.put("event", event);
    if (REQUEST.get() != null) {
      line.put("requestId", REQUEST.get());
    }
    line.putAll(facts);
    return line;
  }

  private static void print(Map<String, Object> line) {
    var text = JsonWriter.write(line);
    if (!withoutMetrics || "ERROR".equals(line.get("level"))) {
      System.out.println(text);
    }
  }
}
