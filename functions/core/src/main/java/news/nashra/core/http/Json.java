package news.nashra.core.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// JSON as the API reads and writes it: strict input, no absent fields in output, instants as ISO
/// 8601. Thread-safe.
public final class Json {
  /// The media type of request bodies in JSON.
  public static final String MEDIA_TYPE = "application/json";

  /// How deep arrays and objects may be nested: far more than any request of the API needs.
  private static final int MAX_NESTING = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
          .build();

  private Json() {}

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
    }
  }

  public static JsonNode read(InputStream stream) throws IOException {
    return MAPPER.readTree(stream);
  }

  /// Reads JSON that Nashra itself wrote, such as an item's attribute.
  public static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
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
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new RefusedRequest(Problem.of(400, "problem.400.json"));
    }
    if (text.isBlank()) {
      throw new RefusedRequest(Problem.of(400, "problem.400.json"));
    }
    throw new RefusedRequest(Problem.of(422, "problem.422.object"));
  }
}
