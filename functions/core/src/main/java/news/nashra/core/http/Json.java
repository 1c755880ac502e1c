package news.nashra.core.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import news.nashra.core.JsonWriter;

/// JSON as the API reads and writes it: strict input, no absent fields in output, instants as ISO
/// 8601. Thread-safe.
public final class Json {
  /// The media type of request bodies in JSON.
  public static final String MEDIA_TYPE = "application/json";

  private Json() {}

  /// @param value as [JsonWriter] takes it
  public static String write(Object value) {
    return JsonWriter.write(value);
  }

  public static JsonNode read(InputStream stream) throws IOException {
    return JsonTree.read(stream.readAllBytes());
  }

  /// Reads JSON that Nashra itself wrote, such as an item's attribute.
  public static JsonNode read(String text) {
    try {
      return JsonTree.read(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }

  /// Reads the body of `request` as an object. Refuses other media types with 415, more than
  /// `limit` bytes with 413, text that is not JSON or nested deeper than 100 levels with 400, and
  /// JSON other than an object with 422.
  public static ObjectNode body(Request request, int limit) {
    if (!request.mediaType().equals(MEDIA_TYPE)) {
      throw new RefusedRequest(Problem.of(415, "problem.415.detail", MEDIA_TYPE));
    }
    var text = request.text(limit);
    try {
      if (JsonTree.read(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      throw new RefusedRequest(Problem.of(400, "problem.400.json"));
    }
    if (text.isBlank()) {
      throw new RefusedRequest(Problem.of(400, "problem.400.json"));
    }
    throw new RefusedRequest(Problem.of(422, "problem.422.object"));
  }
}
