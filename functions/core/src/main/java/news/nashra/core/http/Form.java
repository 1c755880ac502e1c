package news.nashra.core.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads
/// [`application/x-www-form-urlencoded`](https://url.spec.whatwg.org/#application/x-www-form-urlencoded)
/// bodies in UTF-8. If a name occurs twice, its first value counts.
public final class Form {
  /// The media type of these bodies.
  public static final String MEDIA_TYPE = "application/x-www-form-urlencoded";

  private Form() {}

  /// Returns the fields of `body` in their order; refuses with 400 what is not UTF-8 or not
  /// form-encoded.
  public static Map<String, String> read(byte[] body) {
    var fields = new LinkedHashMap<String, String>();
    // One character per byte, so that raw and percent-encoded UTF-8 decode to the same bytes.
    for (var pair : new String(body, StandardCharsets.ISO_8859_1).split("&")) {
      if (!pair.isEmpty()) {
        var sides = pair.split("=", 2);
        fields.putIfAbsent(decode(sides[0]), sides.length == 2 ? decode(sides[1]) : "");
      }
    }
    return fields;
  }

  /// Refuses with 413 a form of more than `limit` bytes after decoding. Percent-encoding takes
  /// three bytes for each byte of a letter outside ASCII, which a writer does not see.
  public static void limitBody(Request request, int limit) {
    int encoded = 0;
    for (var b : request.body()) {
      encoded += b == '%' ? 1 : 0;
    }
    int length = request.body().length;
    if (length > 3 * limit || length - 2 * encoded > limit) {
      request.limitBody(limit);
    }
  }

  private static String decode(String side) {
    try {
      var bytes =
          URLDecoder.decode(side, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw new RefusedRequest(Problem.of(400, "problem.400.utf8"));
    }
  }
}
