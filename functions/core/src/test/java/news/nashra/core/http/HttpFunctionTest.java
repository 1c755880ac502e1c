package news.nashra.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import news.nashra.core.FieldError;
import news.nashra.core.PassingFailure;
import news.nashra.core.Phrases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

@Isolated("it reads what is printed")
class HttpFunctionTest {
  private static final Phrases KEYS = (key, args) -> key;

  @Test
  void aDependencyThatIsDownIs503WithRetryAfter() throws IOException {
    var answer =
        answer(request -> {
          throw SdkClientException.create("connection refused to 10.0.0.1");
        });
    assertThat(answer)
        .contains("\"statusCode\":503")
        .contains("\"retry-after\":\"5\"")
        .contains("problem.503.detail")
        .doesNotContain("10.0.0.1");
  }

  @Test
  void anUnexpectedExceptionIs500AndLeaksNothing() throws IOException {
    var answer =
        answer(request -> {
          throw new IllegalStateException("secret");
        });
    assertThat(answer).contains("\"statusCode\":500").doesNotContain("secret");
  }

  @Test
  void anOverflowOfTheStackIs500() throws IOException {
    assertThat(answer(HttpFunctionTest::endless)).contains("\"statusCode\":500");
    assertThat(
            answer(request -> {
              throw new NoClassDefFoundError("secret");
            }))
        .contains("\"statusCode\":500")
        .doesNotContain("secret");
  }

  @SuppressWarnings("InfiniteRecursion") // on purpose
  private static Response endless(Request request) {
    return endless(request).with("never", "reached");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void aBodyThatIsNestedTooDeepIs400(String opening) {
    var body = opening.repeat(100_000).getBytes(StandardCharsets.UTF_8);
    var request =
        new Request(
            "POST /",
            Map.of("content-type", "application/json"),
            Map.of(),
            Map.of(),
            Map.of(),
            "",
            body);
    assertThatThrownBy(() -> Json.body(request, body.length))
        .isInstanceOfSatisfying(
            RefusedRequest.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }

  @Test
  void aRequestThatAwsRejectsIs500() throws IOException {
    var answer =
        answer(request -> {
          throw DynamoDbException.builder()
              .statusCode(400)
              .awsErrorDetails(AwsErrorDetails.builder().errorCode("ValidationException").build())
              .message("Item size has exceeded the maximum allowed size")
              .build();
        });
    assertThat(answer)
        .contains("\"statusCode\":500")
        .doesNotContain("retry-after")
        .doesNotContain("Item size");
  }

  @Test
  void whoeverWasOvertakenIsAskedToComeAgain() throws IOException {
    var answer =
        answer(request -> {
          throw PassingFailure.overtaken("01KJ4Z6V8G0000000000000001", 20);
        });
    assertThat(answer).contains("\"statusCode\":503", "retry-after").doesNotContain("01KJ4Z");
  }

  @ParameterizedTest
  @CsvSource({"true, DependencyDown", "false, Fault"})
  void anAnswerThatFailedIsCounted(boolean transientFault, String metric) throws IOException {
    var console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      answer(request -> {
        throw transientFault ? SdkClientException.create("refused") : new IllegalStateException();
      });
    } finally {
      System.setOut(console);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("\"" + metric + "\":1");
  }

  @Test
  void aRefusalIsAProblem() throws IOException {
    var answer =
        answer(request -> {
          throw new RefusedRequest(Problem.invalid(FieldError.of("headline", "error.required")));
        });
    assertThat(answer)
        .contains("\"statusCode\":422")
        .contains("application/problem+json")
        .contains("headline")
        .contains("error.required");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /, editors, 200",
    "GET /, moderators, 403",
    "GET /open, editors, 200",
    "GET /open, moderators, 200",
    "GET /open, readers, 403",
    "GET /other, moderators, 403",
  })
  void aRouteMayAdmitMoreGroupsThanTheOthers(String route, String group, int status)
      throws IOException {
    var function =
        HttpFunction.of(KEYS, request -> Response.json(200, Map.of()))
            .requiring("editors")
            .admitting("GET /open", "editors", "moderators")
            .taking("GET /open", "limit");
    var event =
        """
        {"routeKey": "%s", "requestContext":
         {"authorizer": {"jwt": {"claims": {"cognito:groups": "[%s]"}}}}}
        """
            .formatted(route, group);
    var out = new ByteArrayOutputStream();
    function.serve(Json.read(event), out);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"statusCode\":" + status);
  }

  private static String answer(Function<Request, Response> route) throws IOException {
    var out = new ByteArrayOutputStream();
    HttpFunction.of(KEYS, route).serve(Json.read("{\"routeKey\": \"GET /\"}"), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
