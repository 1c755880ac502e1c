package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// The position in a list from which the next page continues. Opaque to clients.
///
/// @param key of the last entry of the page, `<instant>#<id>`
/// @param seen ids of entries after that key that clients already have
public record Cursor(String key, List<String> seen) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[0-9A-HJKMNP-TV-Z]{26}"
              + "(?: [0-9A-HJKMNP-TV-Z]{26})*");

  public Cursor {
    seen = List.copyOf(seen);
  }

  public static Cursor at(String key) {
    return new Cursor(key, List.of());
  }

  public String write() {
    var text = seen.isEmpty() ? key : key + " " + String.join(" ", seen);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  /// Reads a cursor of a request; refuses any other text with 422, naming the parameter `cursor`.
  public static Cursor read(String text) {
    var bad = RefusedRequest.invalid("cursor", "error.badCursor");
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      if (!SHAPE.matcher(decoded).matches()) {
        throw bad;
      }
      var parts = Arrays.asList(decoded.split(" "));
      return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
    } catch (IllegalArgumentException e) {
      throw bad;
    }
  }
}
