package news.nashra.local.stack.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problems;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.Requests;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.secrets.Secrets;
import news.nashra.site.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpApiTest {
  private static final String ANSWER =
      "{\"statusCode\": 201, \"headers\": {\"Content-Type\": \"text/plain\", \"ETag\": \"\\\"1\\\"\"},"
          + " \"body\": \"خبر\"}";

  /// One key for all tests: to make one takes longer than they do.
  @TempDir static Path secrets;

  @Test
  void anAnswerOfAFunctionIsPassedOn() throws IOException {
    var answer = api(ANSWER).answer(Requests.get("/api/open"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers())
        .containsOnly(entry("content-type", "text/plain"), entry("etag", "\"1\""));
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("خبر");
  }

  @Test
  void anAnswerInBase64IsDecodedAndItsStatusIs200UnlessItSaysSo() throws IOException {
    var answer =
        api("{\"body\": \"AQID\", \"isBase64Encoded\": true}").answer(Requests.get("/api/open"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).containsExactly(1, 2, 3);
  }

  @Test
  void aRequestWithoutAGoodTokenIsAnswered401() throws IOException {
    var answer = api(ANSWER).answer(Requests.get("/api/closed"));
    assertProblem(answer, 401);
    assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    assertProblem(
        api(ANSWER).answer(Requests.get("/api/closed", Map.of("authorization", "Bearer x"))), 401);
  }

  @Test
  void aGoodTokenGivesTheFunctionItsClaims() throws IOException {
    var function = new FixedFunction(ANSWER);
    var token = "Bearer " + tokens().token("editor").orElseThrow();
    api(function).answer(Requests.get("/api/closed", Map.of("authorization", token)));
    var claims = function.events().getFirst().at("/requestContext/authorizer/jwt/claims");
    assertThat(claims.path("cognito:groups").asText()).isEqualTo("[editors]");
  }

  @Test
  void anOpenRouteHasNoClaimsEvenWithAToken() throws IOException {
    var function = new FixedFunction(ANSWER);
    var token = "Bearer " + tokens().token("editor").orElseThrow();
    api(function).answer(Requests.get("/api/open", Map.of("authorization", token)));
    assertThat(function.events().getFirst().at("/requestContext/authorizer").isMissingNode())
        .isTrue();
  }

  @Test
  void theRouteWithFewerParametersIsTaken() throws IOException {
    var function = new FixedFunction(ANSWER);
    api(function).answer(Requests.get("/api/open"));
    api(function).answer(Requests.get("/api/other"));
    assertThat(function.events())
        .extracting(event -> event.path("routeKey").asText())
        .containsExactly("GET /api/open", "GET /api/{id}");
  }

  @Test
  void anUnknownRouteOrMethodIsAnswered404() throws IOException {
    assertProblem(api(ANSWER).answer(Requests.get("/api/open/more")), 404);
    assertProblem(api(ANSWER).answer(Requests.request("DELETE", "/api/open", Map.of(), "")), 404);
  }

  @Test
  void aBodyOfMoreThanTenMebibytesIsAnswered413() throws IOException {
    var body = new byte[10 * 1024 * 1024 + 1];
    var answer = api(ANSWER).answer(Requests.request("GET", "/api/open", Map.of(), body));
    assertProblem(answer, 413);
    assertThat(new String(answer.body(), UTF_8)).contains(" 1024 ");
  }

  /// The event holds the body in base 64 or as a JSON string.
  @Test
  void anEventOfMoreThanSixMebibytesIsAnswered413() throws IOException {
    var function = new FixedFunction(ANSWER);
    var small = Requests.request("GET", "/api/open", Map.of(), new byte[4_600_000]);
    assertThat(api(function).answer(small).status()).isEqualTo(201);
    var tooLarge =
        api(function).answer(Requests.request("GET", "/api/open", Map.of(), new byte[4_800_000]));
    assertProblem(tooLarge, 413);
    assertThat(new String(tooLarge.body(), UTF_8)).contains(" 1024 ");
    var json = Map.of("content-type", "application/json");
    assertProblem(
        api(function).answer(Requests.request("GET", "/api/open", json, "\"".repeat(3_200_000))),
        413);
    assertThat(function.events()).hasSize(1);
  }

  @Test
  void anAnswerOfMoreThanSixMebibytesIsAnswered500() throws IOException {
    int around = "{\"body\": \"\"}".length();
    var largest = "a".repeat(Integration.MAX_PAYLOAD_BYTES - around);
    var fits = api("{\"body\": \"" + largest + "\"}").answer(Requests.get("/api/open"));
    assertThat(fits.body()).hasSize(largest.length());
    var tooLarge = api("{\"body\": \"" + largest + "a\"}").answer(Requests.get("/api/open"));
    assertProblem(tooLarge, 500);
  }

  @Test
  void aFunctionThatTakesLongerThanTheApiWaitsIsAnswered503() throws IOException {
    var slow =
        new LambdaFunction() {
          @Override
          public String name() {
            return "Slow";
          }

          @Override
          public byte[] invoke(byte[] event) throws Failed {
            try {
              Thread.sleep(60_000);
              return new byte[0];
            } catch (InterruptedException e) {
              throw new Failed("interrupted", e);
            }
          }
        };
    var api =
        new HttpApi(
            List.of(new ApiRoute("GET", "/api/open", true, slow)),
            tokens(),
            new Problems(Messages.load("en")),
            new Integration(Duration.ofMillis(50)));
    assertProblem(api.answer(Requests.get("/api/open")), 503);
    assertThat(Integration.ofHttpApi().timeout()).isEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aFunctionThatFailsIsAnswered500() throws IOException {
    assertProblem(api("").answer(Requests.get("/api/open")), 500);
  }

  /// As AWS documents it for whatever Lambda refuses:
  /// https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway-errors.html
  @Test
  void aFunctionThatIsThrottledIsAnswered500() throws IOException {
    var full =
        new LambdaFunction() {
          @Override
          public String name() {
            return "Full";
          }

          @Override
          public byte[] invoke(byte[] event) throws Failed {
            throw new Throttled("Full", 1);
          }
        };
    var api =
        new HttpApi(
            List.of(new ApiRoute("GET", "/api/open", true, full)),
            tokens(),
            new Problems(Messages.load("en")));
    assertProblem(api.answer(Requests.get("/api/open")), 500);
  }

  private static void assertProblem(Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/problem+json; charset=utf-8");
    assertThat(Json.read(new String(answer.body(), UTF_8)).path("status").asInt())
        .isEqualTo(status);
  }

  private HttpApi api(String answer) {
    return api(new FixedFunction(answer));
  }

  private HttpApi api(FixedFunction function) {
    var routes =
        List.of(
            new ApiRoute("GET", "/api/{id}", true, function),
            new ApiRoute("GET", "/api/open", true, function),
            new ApiRoute("GET", "/api/closed", false, function));
    return new HttpApi(routes, tokens(), new Problems(Messages.load("en")));
  }

  private TokenIssuer tokens() {
    return new TokenIssuer(
        new Secrets(secrets), "https://issuer.example", "client", InstantSource.system());
  }
}
