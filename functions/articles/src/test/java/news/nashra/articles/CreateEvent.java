package news.nashra.articles;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.nashra.core.http.Json;
import org.jspecify.annotations.NullMarked;

/// An editor's `POST /api/articles`, as API Gateway hands it over.
@NullMarked
final class CreateEvent {
  private CreateEvent() {}

  /// @param key its `Idempotency-Key`, empty for none
  static ByteArrayInputStream of(String headline, String key) {
    var article =
        Map.of(
            "headline", headline,
            "section", "society",
            "bodyHtml", "<p>نص</p>",
            "status", "published");
    var claims = Map.of("cognito:groups", "[editors]");
    return stream(
        Map.of(
            "routeKey", "POST /api/articles",
            "headers", Map.of("content-type", "application/json", "idempotency-key", key),
            "requestContext", Map.of("authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body", Json.write(article)));
  }

  static ByteArrayInputStream stream(Object event) {
    return new ByteArrayInputStream(Json.write(event).getBytes(StandardCharsets.UTF_8));
  }
}
