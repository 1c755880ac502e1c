package news.nashra.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;

/// Calls a function as Lambda does: an event in JSON goes in, JSON comes out.
public final class Invocation {
  private static final JsonMapper JSON = new JsonMapper();

  /// The id that every call carries.
  public static final String REQUEST_ID = "00000000-0000-4000-8000-000000000000";

  private Invocation() {}

  /// What `function` answers to `event`, which is anything that Jackson can write.
  public static JsonNode of(RequestStreamHandler function, Object event) {
    var out = new ByteArrayOutputStream();
    try {
      function.handleRequest(
          new ByteArrayInputStream(write(event).getBytes(StandardCharsets.UTF_8)), out, context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(out.toString(StandardCharsets.UTF_8));
  }

  static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an event is made of maps, lists and texts", e);
    }
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
  }

  /// A context of which functions read the request's id alone.
  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getAwsRequestId")) {
                return REQUEST_ID;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
