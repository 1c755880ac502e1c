package news.nashra.local.stack.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import news.nashra.local.stack.http.Answer;
import news.nashra.local.stack.http.WebHandler;
import news.nashra.local.stack.http.WebRequest;
import news.nashra.local.stack.runtime.LambdaFunction;

/// The URL of a function, which [hands it
/// requests](https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html) as an HTTP API
/// does. A function that fails is answered 502.
public record FunctionUrl(LambdaFunction function) implements WebHandler {
  private static final String ROUTE = "$default";

  @Override
  public Answer answer(WebRequest request) throws IOException {
    var body = request.body().readNBytes(6 * 1024 * 1024);
    try {
      return HttpApi.read(
          function.invoke(new ApiEvent(request, ROUTE, Map.of(), Optional.empty(), body).json()));
    } catch (LambdaFunction.Failed e) {
      System.err.println(e.getMessage());
      return Answer.of(502, Map.of());
    }
  }
}
