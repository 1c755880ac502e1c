package news.nashra.local.stack.api;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.WebRequest;

/// A request as API Gateway hands it to a function, in [payload format
/// 2.0](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
///
/// @param routeKey as API Gateway names the route: `POST /api/articles`
/// @param parameters of the path, still encoded
/// @param claims of the verified token; absent on a route that takes none
record ApiEvent(
    WebRequest request,
    String routeKey,
    Map<String, String> parameters,
    Optional<Map<String, String>> claims,
    byte[] body) {

  byte[] json() {
    var event = new LinkedHashMap<String, Object>();
    event.put("version", "2.0");
    event.put("routeKey", routeKey);
    event.put("rawPath", request.path());
    event.put("rawQueryString", request.query());
    var cookies = cookies();
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", headers());
    event.put("queryStringParameters", query(request.query()));
    event.put("pathParameters", pathParameters());
    event.put("requestContext", context());
    var text = text();
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    event.put("isBase64Encoded", text.isEmpty());
    return Json.write(event).getBytes(StandardCharsets.UTF_8);
  }

  /// All headers but the cookies, which have a field of their own.
  private Map<String, String> headers() {
    var headers = new LinkedHashMap<>(request.headers());
    headers.remove("cookie");
    return headers;
  }

  private List<String> cookies() {
    return request.header("cookie").stream()
        .flatMap(all -> Arrays.stream(all.split(";")))
        .map(String::strip)
        .filter(cookie -> !cookie.isEmpty())
        .toList();
  }

  private Map<String, String> pathParameters() {
    var decoded = new HashMap<String, String>();
    parameters.forEach((name, value) -> decoded.put(name, decode(value.replace("+", "%2B"))));
    return decoded;
  }

  private Map<String, Object> context() {
    var http = new LinkedHashMap<String, Object>();
    http.put("method", request.method());
    http.put("path", request.path());
    http.put("protocol", request.protocol());
    http.put("sourceIp", request.viewerIp());
    var context = new LinkedHashMap<String, Object>();
    context.put("http", http);
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", routeKey);
    context.put("stage", "$default");
    claims.ifPresent(c -> context.put("authorizer", Map.of("jwt", Map.of("claims", c))));
    return context;
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

  /// The body as text, if its type says so and it is UTF-8. API Gateway passes on everything else
  /// in base 64.
  private Optional<String> text() {
    var type = request.header("content-type").orElse("").toLowerCase(Locale.ROOT);
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
