package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {
  private static final HttpFunction FUNCTION =
      HttpFunction.of((key, args) -> key, request -> Response.json(200, request.query()))
          .taking("GET /list", "status", "limit")
          .withPage("GET /status")
          .withOnlyPage("GET /page");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /list   | ''                          | 200",
        "GET /list   | status=draft&limit=5        | 200",
        "GET /list   | status=                     | 200",
        "GET /list   | stauts=draft                | 422 stauts error.unknownParameter",
        "GET /list   | STATUS=draft                | 422 STATUS error.unknownParameter",
        "GET /list   | %73tatus=draft              | 200",
        "GET /list   | %D8%AD=1                    | 422 ح error.unknownParameter",
        "GET /list   | %ZZ=1&b                     | 422 %ZZ error.unknownParameter, b error.unknownParameter",
        "GET /list   | status=a&status=b           | 422 status error.repeatedParameter",
        "GET /list   | status=a&%73tatus=a&limit=1 | 422 status error.repeatedParameter",
        "GET /list   | x=1&x=2                     | 422 x error.unknownParameter",
        "GET /other  | status=draft                | 422 status error.noParameters",
        "POST /list  | limit=1                     | 422 limit error.noParameters",
        "GET /status | fbclid=1                    | 422 fbclid error.noParameters",
      })
  void aParameterThatARouteDoesNotTakeIsNamed(String route, String query, String answer)
      throws IOException {
    assertThat(answer(route, query, "application/json")).isEqualTo(answer);
  }

  @Test
  void aPageMayHaveTheParametersThatOthersAdd() throws IOException {
    assertThat(answer("GET /status", "fbclid=1&utm_source=mail", "text/html,*/*")).isEqualTo("200");
    assertThat(answer("GET /list", "fbclid=1", "text/html,*/*")).startsWith("422 fbclid");
    assertThat(answer("GET /page", "fbclid=1", "*/*")).isEqualTo("200");
  }

  @Test
  void whoIsNotOfTheGroupLearnsNothingOfParameters() throws IOException {
    var function =
        HttpFunction.of((key, args) -> key, request -> Response.json(200, request.query()))
            .requiring("editors");
    var out = new ByteArrayOutputStream();
    var event = Map.of("routeKey", "GET /list", "rawQueryString", "stauts=draft");
    function.serve(Json.read(Json.write(event)), out);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"statusCode\":403")
        .doesNotContain("stauts");
  }

  private static String answer(String route, String query, String accept) throws IOException {
    var event =
        Map.of("routeKey", route, "rawQueryString", query, "headers", Map.of("accept", accept));
    var out = new ByteArrayOutputStream();
    FUNCTION.serve(Json.read(Json.write(event)), out);
    var answer = Json.read(out.toString(StandardCharsets.UTF_8));
    var errors = Json.read(answer.path("body").asText()).path("errors");
    var faults =
        StreamSupport.stream(errors.spliterator(), false)
            .map(e -> e.path("field").asText() + " " + e.path("message").asText())
            .collect(Collectors.joining(", "));
    return (answer.path("statusCode").asInt() + " " + faults).strip();
  }
}
