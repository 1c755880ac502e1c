package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// An answer: status, headers, and a text body in UTF-8. No answer of the API is cached.
public record Response(int status, Map<String, String> headers, String body) {
  public Response {
    var all =
        new LinkedHashMap<>(
            Map.of("cache-control", "no-store", "x-content-type-options", "nosniff"));
    all.putAll(headers);
    headers = Map.copyOf(all);
  }

  public static Response json(int status, Object value) {
    return new Response(
        status, Map.of("content-type", "application/json; charset=utf-8"), Json.write(value));
  }

  public static Response html(int status, byte[] page) {
    return new Response(
        status,
        Map.of("content-type", "text/html; charset=utf-8"),
        new String(page, StandardCharsets.UTF_8));
  }

  /// An answer without a body.
  public static Response empty(int status) {
    return new Response(status, Map.of(), "");
  }

  /// 303: the form was accepted; the browser continues at `location` with a GET.
  public static Response seeOther(String location) {
    return new Response(303, Map.of("location", location), "");
  }

  /// 304: the client has this answer already.
  public static Response notModified(String etag) {
    return new Response(304, Map.of("etag", etag), "");
  }

  public Response with(String header, String value) {
    var all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Response(status, all, body);
  }
}
