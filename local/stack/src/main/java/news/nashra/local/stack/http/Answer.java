package news.nashra.local.stack.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.core.http.Json;

/// What goes back over HTTP. Header names are lower case.
public record Answer(int status, Map<String, String> headers, byte[] body) {
  /// An answer without a body.
  public static Answer of(int status, Map<String, String> headers) {
    return new Answer(status, headers, new byte[0]);
  }

  /// An answer of plain text.
  public static Answer text(int status, String text) {
    return new Answer(
        status,
        Map.of("content-type", "text/plain; charset=utf-8"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /// An answer of JSON, under the media type that the service has for it.
  public static Answer json(int status, String type, Object body) {
    return new Answer(
        status, Map.of("content-type", type), Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  /// This answer with `more` headers, which replace its own of the same name.
  public Answer with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }
}
