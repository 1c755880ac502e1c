package news.nashra.articles.publish;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import news.nashra.core.http.Json;
import org.jspecify.annotations.NullMarked;

/// An editor's `POST /api/articles`, as API Gateway sends it.
@NullMarked
public final class CreateEvent {
  private CreateEvent() {}

  /// @param key its `Idempotency-Key`; empty for none
  public static ByteArrayInputStream of(String headline, String key) {
    return request("POST /api/articles", Map.of(), Map.of("idempotency-key", key), headline);
  }

  /// An editor's `PUT /api/articles/{id}`.
  static ByteArrayInputStream revision(String id, long seen, String headline) {
    var match = Map.of("if-match", "\"" + seen + "\"");
    return request("PUT /api/articles/{id}", Map.of("id", id), match, headline);
  }

  private static ByteArrayInputStream request(
      String route, Map<String, String> path, Map<String, String> headers, String headline) {
    var article =
        Map.of(
            "headline", headline,
            "section", "society",
            "bodyHtml", "<p>نص</p>",
            "status", "published");
    var claims = Map.of("cognito:groups", "[editors]");
    var all = new HashMap<>(headers);
    all.put("content-type", "application/json");
    return stream(
        Map.of(
            "routeKey", route,
            "pathParameters", path,
            "headers", all,
            "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body", Json.write(article)));
  }

  public static ByteArrayInputStream stream(Object event) {
    return new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8));
  }
}
