package news.nashra.articles.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import news.nashra.core.aws.Aws;
import news.nashra.core.http.Json;
import news.nashra.site.Section;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;

/// The function `PublishArticle`, invoked with the events that API Gateway sends it, in the name of
/// the check. Thread-safe.
final class PublishFunction {
  /// The user name in everything that the check publishes.
  private static final String NAME = "newspaper-check";

  /// As long as API Gateway waits.
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final LambdaClient lambda;
  private final String function;

  /// @param function its alias
  PublishFunction(Aws aws, String function) {
    var client = aws.configure(LambdaClient.builder(), "AWS_ENDPOINT_URL_LAMBDA");
    // Of a call that is sent again, the first may have done its work.
    var patient =
        client.overrideConfiguration().toBuilder()
            .apiCallTimeout(TIMEOUT)
            .apiCallAttemptTimeout(TIMEOUT)
            .build();
    this.lambda = client.overrideConfiguration(patient).build();
    this.function = function;
  }

  Answer create(CheckedArticle article) {
    return send("POST /api/articles", Map.of(), Map.of(), article.json());
  }

  /// @param revision that is the current one
  Answer revise(String id, String revision, CheckedArticle article) {
    var seen = Map.of("if-match", "\"" + revision + "\"");
    return send("PUT /api/articles/{id}", Map.of("id", id), seen, article.json());
  }

  Answer withdraw(String id) {
    return send("POST /api/articles/{id}/withdraw", Map.of("id", id), Map.of(), Map.of());
  }

  private Answer send(
      String route, Map<String, String> path, Map<String, String> headers, Map<String, ?> body) {
    var all = new HashMap<>(headers);
    all.put("content-type", Json.MEDIA_TYPE);
    var claims = Map.of("username", NAME, "cognito:groups", "[" + Section.HIDDEN.id() + "]");
    var event =
        Map.of(
            "version",
            "2.0",
            "routeKey",
            route,
            "headers",
            all,
            "pathParameters",
            path,
            "requestContext",
            Map.of(
                "http", Map.of("sourceIp", "127.0.0.1"),
                "authorizer", Map.of("jwt", Map.of("claims", claims))),
            "body",
            Json.write(body),
            "isBase64Encoded",
            false);
    var answer = invoke(Json.write(event));
    return new Answer(answer.path("statusCode").asInt(), answer.path("body").asText());
  }

  private JsonNode invoke(String event) {
    try {
      var answer =
          lambda.invoke(r -> r.functionName(function).payload(SdkBytes.fromUtf8String(event)));
      var payload = answer.payload().asUtf8String();
      if (answer.functionError() != null) {
        throw new StepFailed("PublishArticle failed: " + payload);
      }
      return Json.read(payload);
    } catch (SdkException e) {
      throw new StepFailed("PublishArticle cannot be invoked: " + e.getMessage());
    }
  }
}
