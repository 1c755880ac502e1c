package news.nashra.local.stack;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.http.Json;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.runtime.LambdaFunction;
import news.nashra.local.stack.signin.LoopbackHost;

/// The [Invoke](https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html) of the local Lambda,
/// for functions that call others: only by alias, only signed, and only on this machine's own
/// names, because an event may say who sent it. Who does not wait for the answer (`Event`) has the
/// function called once, whether it fails or not. Thread-safe.
///
/// @param functions by the names of their resources
record Invocations(Map<String, ? extends LambdaFunction> functions) implements WebHandler {
  /// Where functions find it.
  static final String ENDPOINT = "/local/lambda";

  private static final Pattern ROUTE =
      Pattern.compile(ENDPOINT + "/2015-03-31/functions/([^/]+)/invocations");

  private static final String WAITING = "RequestResponse";
  private static final String NOT_WAITING = "Event";

  /// Lambda takes [6 MB](https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
  private static final int MAX_BYTES = 6 * 1024 * 1024;

  static boolean has(String path) {
    return path.startsWith(ENDPOINT + "/");
  }

  @Override
  public Answer answer(WebRequest request) throws IOException {
    var route = ROUTE.matcher(request.path());
    if (!route.matches() || !request.method().equals("POST")) {
      return error(404, "ResourceNotFoundException");
    }
    if (!LoopbackHost.is(request) || !request.isSigned()) {
      return error(403, "AccessDeniedException");
    }
    var name = URLDecoder.decode(route.group(1), StandardCharsets.UTF_8);
    var function = functions.get(name.replaceFirst("\\.Alias$", ""));
    if (function == null || !name.endsWith(".Alias")) {
      return error(404, "ResourceNotFoundException");
    }
    var event = request.body().readNBytes(MAX_BYTES + 1);
    if (event.length > MAX_BYTES) {
      return error(413, "RequestTooLargeException");
    }
    return switch (request.header("x-amz-invocation-type").orElse(WAITING)) {
      case WAITING -> invoke(function, event);
      case NOT_WAITING -> {
        Thread.ofPlatform().daemon().name(name).start(() -> invokeAlone(function, event));
        yield json(202, Map.of(), new byte[0]);
      }
      default -> error(400, "InvalidParameterValueException");
    };
  }

  private static void invokeAlone(LambdaFunction function, byte[] event) {
    try {
      function.invoke(event);
    } catch (LambdaFunction.Failed | RuntimeException e) {
      System.err.println(e.getMessage());
    }
  }

  private static Answer invoke(LambdaFunction function, byte[] event) {
    try {
      return json(200, Map.of(), function.invoke(event));
    } catch (LambdaFunction.Failed e) {
      var message = Json.write(Map.of("errorMessage", String.valueOf(e.getMessage())));
      return json(200, Map.of("x-amz-function-error", "Unhandled"), bytes(message));
    }
  }

  private static Answer error(int status, String type) {
    return json(status, Map.of("x-amzn-errortype", type), bytes(Json.write(Map.of("Type", type))));
  }

  private static Answer json(int status, Map<String, String> headers, byte[] body) {
    var all = new HashMap<>(headers);
    all.put("content-type", Json.MEDIA_TYPE);
    return new Answer(status, all, body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
