package news.nashra.local.stack.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import news.nashra.core.http.Json;
import news.nashra.local.stack.runtime.LambdaFunction;

/// A function that keeps its events and answers each of them alike.
final class FixedFunction implements LambdaFunction {
  private final String answer;
  private final List<JsonNode> events = new ArrayList<>();

  /// @param answer empty to fail
  FixedFunction(String answer) {
    this.answer = answer;
  }

  List<JsonNode> events() {
    return events;
  }

  @Override
  public String name() {
    return "Fixed";
  }

  @Override
  public byte[] invoke(byte[] event) throws Failed {
    events.add(Json.read(new String(event, UTF_8)));
    if (answer.isEmpty()) {
      throw new Failed("Fixed failed: as asked", null);
    }
    return answer.getBytes(UTF_8);
  }
}
