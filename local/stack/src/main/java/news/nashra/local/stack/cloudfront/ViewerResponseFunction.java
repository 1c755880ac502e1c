package news.nashra.local.stack.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;

/// A function for the event `viewer-response`: it runs before an answer goes to the reader, and may
/// change its [status, headers and
/// body](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html#functions-event-structure-status-body).
/// Thread-safe.
record ViewerResponseFunction(EdgeFunction function) {
  /// The first status of the origin for which CloudFront [does not run
  /// it](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-function-restrictions-all.html).
  private static final int FIRST_ERROR = 400;

  /// Runs the function. One that fails is answered 503, as by CloudFront.
  Answer handle(WebRequest request, Answer answer) {
    if (answer.status() >= FIRST_ERROR) {
      return answer;
    }
    try {
      var returned = function.run(ViewerEvent.ofResponse(request, answer));
      var status = returned.path("statusCode");
      if (!status.isInt()) {
        throw new EdgeFunction.Failure("it returns no response: " + returned);
      }
      return new Answer(status.asInt(), EdgeFunction.headers(returned), body(returned, answer));
    } catch (EdgeFunction.Failure e) {
      return function.failed(e);
    }
  }

  /// The function sees no body. Where it gives none, that of the origin stays.
  private static byte[] body(JsonNode returned, Answer answer) {
    var body = returned.path("body");
    var text = body.isObject() ? body.path("data") : body;
    if (!text.isTextual()) {
      return answer.body();
    }
    return body.path("encoding").asText().equals("base64")
        ? Base64.getDecoder().decode(text.asText())
        : text.asText().getBytes(StandardCharsets.UTF_8);
  }
}
