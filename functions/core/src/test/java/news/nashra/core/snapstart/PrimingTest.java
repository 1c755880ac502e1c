package news.nashra.core.snapstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import news.nashra.core.Log;
import news.nashra.core.Settings;
import news.nashra.core.http.Json;
import org.crac.Context;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it reads what is printed")
class PrimingTest {
  private static final String CREATED = "01KJ5A0000000000000000000Z";

  private final PrintStream console = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<JsonNode> seen = new ArrayList<>();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(console);
  }

  @Test
  void anEventIsAboutWhatAnEarlierOneCreated() {
    prime(answering(201), "publish-article", "read-article");
    assertThat(seen)
        .extracting(event -> event.path("routeKey").asText())
        .containsExactly("POST /api/articles", "GET /api/articles/{id}");
    assertThat(seen.getLast().at("/pathParameters/id").asText()).isEqualTo(CREATED);
    assertThat(seen.getLast().path("rawPath").asText()).endsWith(CREATED);
    assertThat(line().path("event").asText()).isEqualTo("primed");
  }

  @Test
  void whatItLogsAndCountsIsNotPrinted() {
    prime(
        (in, out, context) -> {
          Log.count("Published", Map.of());
          answering(200).handleRequest(in, out, context);
        },
        "read-edition");
    assertThat(line().path("event").asText()).isEqualTo("primed");
    Log.info("afterwards", Map.of());
    assertThat(printed.toString(UTF_8)).contains("afterwards");
  }

  @Test
  void aFailureIsToldAndStopsNothing() {
    prime(answering(503), "read-edition");
    assertThat(line().path("event").asText()).isEqualTo("priming failed");
    assertThat(line().path("fault").asText()).contains("read-edition", "503");
  }

  @Test
  void whatAnInstanceThrowsIsTold() {
    prime(
        (in, out, context) -> {
          Log.error("unexpected fault", new IllegalStateException("the cause"));
          throw new AssertionError("it broke");
        },
        "read-edition");
    assertThat(printed.toString(UTF_8)).contains("the cause", "priming failed", "it broke");
  }

  @Test
  void aSampleThatIsMissingIsTold() {
    prime(answering(200), "no-such-event");
    assertThat(line().path("fault").asText()).contains("no-such-event");
  }

  private RequestStreamHandler answering(int status) {
    return (in, out, context) -> {
      seen.add(Json.read(in));
      var body = Json.write(Map.of("id", CREATED));
      out.write(Json.write(Map.of("statusCode", status, "body", body)).getBytes(UTF_8));
    };
  }

  @SuppressWarnings("NullAway") // Lambda gives one, which is not looked at
  private static void prime(RequestStreamHandler another, String... events) {
    Context<? extends Resource> none = null;
    new Priming(new Settings(Map.of()), aws -> another, List.of(events)).beforeCheckpoint(none);
  }

  /// The only line that was printed.
  private JsonNode line() {
    return Json.read(printed.toString(UTF_8).strip());
  }
}
