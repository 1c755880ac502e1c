package news.nashra.testing;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A request as [API Gateway hands it to a
/// function](https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html),
/// version 2.0 of the payload.
///
/// ```java
/// var answer = HttpEvent.of("POST /api/articles").as("editors").json(article).sendTo(function);
/// ```
public final class HttpEvent {
  private final Map<String, Object> event = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> path = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();

  private HttpEvent() {}

  /// @param route with its parameters, `GET /api/articles/{id}`
  public static HttpEvent of(String route) {
    var event = new HttpEvent();
    event.event.put("routeKey", route);
    return event;
  }

  /// Signs it in as the user `someone` of a group.
  public HttpEvent as(String group) {
    return as(group, "someone");
  }

  public HttpEvent as(String group, String user) {
    var claims = Map.of("cognito:groups", "[" + group + "]", "username", user);
    event.put("requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))));
    return this;
  }

  /// A parameter in the path of the route.
  public HttpEvent path(String name, String value) {
    path.put(name, value);
    return this;
  }

  public HttpEvent query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /// @param name in lower case, as API Gateway writes it
  public HttpEvent header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /// A JSON body.
  public HttpEvent json(Object body) {
    return body("application/json", body instanceof String text ? text : Invocation.write(body));
  }

  public HttpEvent body(String contentType, String body) {
    headers.put("content-type", contentType);
    event.put("body", body);
    return this;
  }

  /// Calls `function` and reads what it answers.
  public HttpAnswer sendTo(RequestStreamHandler function) {
    event.put("headers", headers);
    event.put("pathParameters", path);
    event.put("queryStringParameters", query);
    event.put(
        "rawQueryString",
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&")));
    return new HttpAnswer(Invocation.of(function, event));
  }
}
