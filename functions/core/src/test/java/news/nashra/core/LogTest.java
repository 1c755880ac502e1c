package news.nashra.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import news.nashra.core.http.Json;
import news.nashra.testing.Invocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it reads what is printed")
class LogTest {
  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(console);
    Log.begin(null);
  }

  @Test
  void aLineNamesItsRequestAlsoFromThreadsThatTheCallStarted() {
    RequestStreamHandler function =
        (in, out, context) -> {
          Log.begin(context);
          Log.info("first", Map.of("n", 1));
          Callable<Boolean> task =
              () -> {
                Log.warn("second", Map.of());
                return true;
              };
          Parallel.all(List.of(task, task));
          out.write("{}".getBytes(StandardCharsets.UTF_8));
        };
    Invocation.of(function, Map.of());
    assertThat(lines())
        .hasSize(3)
        .allSatisfy(
            line -> assertThat(line.path("requestId").asText()).isEqualTo(Invocation.REQUEST_ID));
    assertThat(lines().getFirst())
        .hasToString(
            "{\"level\":\"INFO\",\"event\":\"first\",\"requestId\":\""
                + Invocation.REQUEST_ID
                + "\",\"n\":1}");
  }

  @Test
  void withoutARequestALineNamesNone() {
    Log.begin(null);
    Log.count("ArticleWaiting", Map.of("article", "x"));
    var line = lines().getFirst();
    assertThat(line.has("requestId")).isFalse();
    assertThat(line.path("ArticleWaiting").asInt()).isEqualTo(1);
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("Nashra");
  }

  /// Whoever lists a dimension writes its value:
  /// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
  @Test
  void aMetricHasTheDimensionsOfItsNewspaper() {
    Log.number("OldestPendingHours", 1.5);
    var line = lines().getFirst();
    assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions"))
        .hasToString("[[\"Stage\",\"Edition\"]]");
    assertThat(line.path("Stage").asText()).isEqualTo("none");
    assertThat(line.path("Edition").asText()).isEqualTo("none");
    assertThat(line.path("OldestPendingHours").asDouble()).isEqualTo(1.5);
  }

  @Test
  void anErrorCarriesItsTrace() {
    Log.error("page not pressed", new IllegalStateException("as asked"));
    var line = lines().getFirst();
    assertThat(line.path("fault").asText()).isEqualTo("java.lang.IllegalStateException: as asked");
    assertThat(line.path("trace").asText()).contains("LogTest.anErrorCarriesItsTrace");
  }

  private List<JsonNode> lines() {
    return printed.toString(StandardCharsets.UTF_8).lines().map(Json::read).toList();
  }
}
