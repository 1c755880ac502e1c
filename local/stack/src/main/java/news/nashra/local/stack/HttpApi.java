package news.nashra.local.stack;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.nashra.core.http.Json;
import news.nashra.core.http.Problem;
import news.nashra.core.http.Problems;

/// The HTTP API: finds the route, checks the token, hands the request to the function in [payload
/// format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
final class HttpApi {
  /// [The most](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html)
  /// that API Gateway takes.
  private static final int BODY_BYTES = 10 * 1024 * 1024;

  private final List<ApiRoute> routes;
  private final TokenIssuer tokens;
  private final Problems problems;

  HttpApi(List<ApiRoute> routes, TokenIssuer tokens, Problems problems) {
    this.routes = routes.stream().sorted(Comparator.comparingLong(ApiRoute::parameters)).toList();
    this.tokens = tokens;
    this.problems = problems;
  }

  Answer answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getRawPath();
    for (var route : routes) {
      var parameters = route.match(path);
      if (route.method().equals(exchange.getRequestMethod()) && parameters.isPresent()) {
        return answer(exchange, route, parameters.get());
      }
    }
    return problem(Problem.of(404));
  }

  private Answer answer(HttpExchange exchange, ApiRoute route, Map<String, String> parameters)
      throws IOException {
    var claims =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
            .flatMap(tokens::verify);
    if (!route.open() && claims.isEmpty()) {
      return problem(Problem.of(401)).with(Map.of("www-authenticate", "Bearer"));
    }
    var body = exchange.getRequestBody().readNBytes(BODY_BYTES + 1);
    if (body.length > BODY_BYTES) {
      return problem(Problem.of(413, "problem.413.detail", BODY_BYTES / 1024));
    }
    var event = event(exchange, route, parameters, route.open() ? Optional.empty() : claims, body);
    try {
      return read(route.function().invoke(Json.write(event).getBytes(StandardCharsets.UTF_8)));
    } catch (LocalFunction.Failed e) {
      System.err.println(e.getMessage());
      return problem(Problem.of(500));
    }
  }

  private Answer problem(Problem problem) {
    var response = problems.write(problem);
    return new Answer(
        response.status(), response.headers(), response.body().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer read(byte[] payload) throws IOException {
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

  private static Map<String, Object> event(
      HttpExchange exchange,
      ApiRoute route,
      Map<String, String> parameters,
      Optional<Map<String, String>> claims,
      byte[] body) {
    var uri = exchange.getRequestURI();
    var address = exchange.getRemoteAddress();
    var http = new LinkedHashMap<String, Object>();
    http.put("method", exchange.getRequestMethod());
    http.put("path", uri.getRawPath());
    http.put("protocol", exchange.getProtocol());
    http.put("sourceIp", address.getAddress().getHostAddress());
    var context = new LinkedHashMap<String, Object>();
    context.put("http", http);
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", route.key());
    context.put("stage", "$default");
    claims.ifPresent(c -> context.put("authorizer", Map.of("jwt", Map.of("claims", c))));
    var decoded = new HashMap<String, String>();
    parameters.forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", route.key());
    event.put("rawPath", uri.getRawPath());
    event.put("rawQueryString", Optional.ofNullable(uri.getRawQuery()).orElse(""));
    event.put("headers", headers(exchange));
    event.put("queryStringParameters", query(uri.getRawQuery() == null ? "" : uri.getRawQuery()));
    event.put("pathParameters", decoded);
    event.put("requestContext", context);
    var text = text(headers(exchange).getOrDefault("content-type", ""), body);
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    event.put("isBase64Encoded", text.isEmpty());
    return event;
  }

  /// The headers as CloudFront passes them on: it alone says who the viewer is.
  private static Map<String, String> headers(HttpExchange exchange) {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    var address = exchange.getRemoteAddress();
    headers.put(
        "cloudfront-viewer-address",
        address.getAddress().getHostAddress() + ":" + address.getPort());
    return headers;
  }

  private static Map<String, String> query(String raw) {
    var query = new LinkedHashMap<String, String>();
    for (var pair : raw.split("&")) {
      if (!pair.isEmpty()) {
        var sides = pair.split("=", 2);
        query.merge(
            decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "", (a, b) -> a + "," + b);
      }
    }
    return query;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }

  /// API Gateway passes text on as text, everything else in base 64.
  private static Optional<String> text(String contentType, byte[] body) {
    var type = contentType.toLowerCase(Locale.ROOT);
    if (!type.startsWith("application/json") && !type.startsWith("text/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
