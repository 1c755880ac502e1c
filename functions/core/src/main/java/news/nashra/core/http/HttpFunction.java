package news.nashra.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import news.nashra.core.Log;
import news.nashra.core.Phrases;
import software.amazon.awssdk.core.exception.SdkException;

/// Turns an event of the HTTP API into a [Request], lets `route` answer it, and writes the answer.
/// What `route` throws becomes problem details: a [RefusedRequest] its own, a failed AWS call 503,
/// anything else 500 with the trace in the log and nothing of it in the answer.
public final class HttpFunction {
  private static final int RETRY_SECONDS = 5;

  private final Problems problems;
  private final Function<Request, Response> route;

  public HttpFunction(Phrases phrases, Function<Request, Response> route) {
    this.problems = new Problems(phrases);
    this.route = route;
  }

  public void serve(JsonNode event, OutputStream out) throws IOException {
    out.write(Json.write(payload(answer(event))).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, Object> payload(Response response) {
    return Map.of(
        "statusCode", response.status(),
        "headers", response.headers(),
        "body", response.body(),
        "isBase64Encoded", false);
  }

  private Response answer(JsonNode event) {
    try {
      return route.apply(Request.read(event));
    } catch (RefusedRequest e) {
      return problems.write(e.problem());
    } catch (SdkException e) {
      Log.error("dependency down", e);
      return problems.write(Problem.of(503).retryAfter(RETRY_SECONDS));
    } catch (RuntimeException e) {
      Log.error("unexpected fault", e);
      return problems.write(Problem.of(500));
    }
  }
}
