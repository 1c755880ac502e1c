package news.nashra.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a function answered to an [HttpEvent].
///
/// @param payload `{statusCode, headers, body}`
public record HttpAnswer(JsonNode payload) {
  public int status() {
    return payload.path("statusCode").asInt();
  }

  /// The value of a header, named in lower case; empty where there is none.
  public String header(String name) {
    return payload.path("headers").path(name).asText();
  }

  public String body() {
    return payload.path("body").asText();
  }

  /// The body, read as JSON.
  public JsonNode json() {
    return Invocation.read(body());
  }

  /// The fields that a refusal with 422 names, in its order.
  public List<String> wrongFields() {
    return json().path("errors").findValuesAsText("field");
  }

  /// This answer, if it has the status that the test expects; else an error that shows it whole.
  public HttpAnswer expect(int status) {
    if (status() != status) {
      throw new AssertionError("expected " + status + ", got " + payload);
    }
    return this;
  }
}
