package news.nashra.local.stack.cloudfront;

import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebRequest;

/// A function for the event `viewer-request`: it runs before the origin is asked. Thread-safe.
record ViewerRequestFunction(EdgeFunction function) {
  /// What the function makes of a request.
  sealed interface Result {
    /// The request goes on to the origin.
    record Forward(String uri) implements Result {}

    /// The function answers it.
    record Respond(Answer answer) implements Result {}
  }

  /// Runs the function. One that fails is answered 503, as by CloudFront.
  Result handle(WebRequest request) {
    try {
      var returned = function.run(ViewerEvent.ofRequest(request));
      if (returned.path("statusCode").isInt()) {
        int status = returned.path("statusCode").asInt();
        return new Result.Respond(Answer.of(status, EdgeFunction.headers(returned)));
      }
      var uri = returned.path("uri").asText();
      if (uri.startsWith("/")) {
        return new Result.Forward(uri);
      }
      throw new EdgeFunction.Failure("it returns neither a request nor a response: " + returned);
    } catch (EdgeFunction.Failure e) {
      return new Result.Respond(function.failed(e));
    }
  }
}
