package news.nashra.local.stack.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;

/// The HTTP API: finds the route, checks the token, hands the request to the function.
public final class HttpApi implements WebHandler {
  /// API Gateway takes [at
  /// most](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html) this.
  private static final int BODY_BYTES = 10 * 1024 * 1024;

  /// The most that any function takes, of an article. What is larger than an event may be is told
  /// this, not the limit of the API, which no function takes either.
  private static final int LARGEST_BODY_KB = 1024;

  private final List<ApiRoute> routes;
  private final TokenIssuer tokens;
  private final Problems problems;
  private final Integration integration;

  public HttpApi(List<ApiRoute> routes, TokenIssuer tokens, Problems problems) {
    this(routes, tokens, problems, Integration.ofHttpApi());
  }

  HttpApi(List<ApiRoute> routes, TokenIssuer tokens, Problems problems, Integration integration) {
    this.integration = integration;
    this.routes = routes.stream().sorted(Comparator.comparingLong(ApiRoute::parameters)).toList();
    this.tokens = tokens;
    this.problems = problems;
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    for (var route : routes) {
      var parameters = route.match(request.path());
      if (route.method().equals(request.method()) && parameters.isPresent()) {
        return answer(request, route, parameters.get());
      }
    }
    return problem(Problem.of(404));
  }

  private Answer answer(WebRequest request, ApiRoute route, Map<String, String> parameters)
      throws IOException {
    var claims = request.header("authorization").flatMap(tokens::verify);
    if (!route.open() && claims.isEmpty()) {
      return problem(Problem.of(401)).with(Map.of("www-authenticate", "Bearer"));
    }
    var body = request.body().readNBytes(BODY_BYTES + 1);
    if (body.length > BODY_BYTES) {
      return problem(Problem.of(413, "problem.413.detail", LARGEST_BODY_KB));
    }
    var handedOver = route.open() ? Optional.<Map<String, String>>empty() : claims;
    var event = new ApiEvent(request, route.key(), parameters, handedOver, body);
    return switch (integration.invoke(route.function(), event.json())) {
      case Integration.Result.Answered answered -> read(answered.payload());
      case Integration.Result.EventTooLarge large ->
          problem(Problem.of(413, "problem.413.detail", LARGEST_BODY_KB));
      case Integration.Result.Failed failed -> fault(500, failed.reason());
      case Integration.Result.TimedOut late -> fault(503, late.reason());
    };
  }

  private Answer fault(int status, String reason) {
    System.err.println(reason);
    return problem(Problem.of(status));
  }

  private Answer problem(Problem problem) {
    var response = problems.write(problem);
    return new Answer(
        response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8));
  }

  /// The answer of a function.
  static Answer read(byte[] payload) throws IOException {
    var json = Json.read(new ByteArrayInputStream(payload));
    var headers = new LinkedHashMap<String, String>();
    json.path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey().toLowerCase(Locale.ROOT), e.getValue().asText()));
    var text = json.path("body").asText("");
    return new Answer(
        json.path("statusCode").asInt(200),
        headers,
        json.path("isBase64Encoded").asBoolean()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8));
  }
}
