package news.nashra.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import news.nashra.core.Log;
import news.nashra.core.Phrases;
import news.nashra.core.aws.AwsFailure;

/// Turns an event of the HTTP API into a [Request], lets `route` answer it, and writes the answer.
/// What `route` throws becomes a refusal: a [RefusedRequest] its own problem, an AWS call that may
/// succeed later 503, anything else 500 with the trace in the log and nothing of it in the answer.
public final class HttpFunction {
  private static final int RETRY_AFTER_SECONDS = 5;

  private final BiFunction<Request, Problem, Response> refuse;
  private final Function<Request, Response> route;

  /// A function that writes its refusals as problem details.
  public static HttpFunction of(Phrases phrases, Function<Request, Response> route) {
    var problems = new Problems(phrases);
    return new HttpFunction((request, problem) -> problems.write(problem), route);
  }

  /// A function that writes its refusals in a way of its own.
  public HttpFunction(
      BiFunction<Request, Problem, Response> refuse, Function<Request, Response> route) {
    this.refuse = refuse;
    this.route = route;
  }

  public void serve(JsonNode event, OutputStream out) throws IOException {
    out.write(Json.write(payload(answer(Request.read(event)))).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> payload(Response response) {
    return Map.of(
        "statusCode", response.status(),
        "headers", response.headers(),
        "body", response.body(),
        "isBase64Encoded", false);
  }

  private Response answer(Request request) {
    try {
      return route.apply(request);
    } catch (RefusedRequest e) {
      return refuse.apply(request, e.problem());
    } catch (RuntimeException e) {
      if (AwsFailure.isTransient(e)) {
        Log.error("dependency down", e);
        return refuse.apply(request, Problem.of(503).retryAfter(RETRY_AFTER_SECONDS));
      }
      Log.error("unexpected fault", e);
      return refuse.apply(request, Problem.of(500));
    }
  }
}
