package news.nashra.local.stack.states;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;

/// Calls the functions of the local stack.
public record FunctionTasks(Map<String, ? extends LambdaFunction> functions) implements Tasks {
  @Override
  public JsonNode call(String name, JsonNode event) throws StateFault {
    var function = functions.get(name);
    if (function == null) {
      throw new StateFault("Lambda.ResourceNotFoundException", "no function " + name);
    }
    try {
      var answer = function.invoke(event.toString().getBytes(StandardCharsets.UTF_8));
      return Json.read(new String(answer, StandardCharsets.UTF_8));
    } catch (LambdaFunction.Throttled e) {
      throw new StateFault("Lambda.TooManyRequestsException", String.valueOf(e.getMessage()));
    } catch (LambdaFunction.Failed e) {
      var thrown = e.getCause() == null ? e : e.getCause();
      throw new StateFault(thrown.getClass().getName(), String.valueOf(e.getMessage()));
    }
  }
}
