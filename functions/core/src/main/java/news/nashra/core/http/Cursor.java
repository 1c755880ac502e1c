package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.nashra.core.Base64Url;

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
    return encode(seen.isEmpty() ? key : key + " " + String.join(" ", seen));
  }

  /// A cursor for a list whose positions are other texts.
  public static String encode(String position) {
    return Base64Url.write(position.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cursor of a request; refuses any other text with 422, naming the parameter `cursor`.
  public static Cursor read(String text) {
    var parts = Arrays.asList(decode(text, SHAPE.asMatchPredicate()).split(" "));
    return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /// The position in a cursor of a request; refuses any that is not `valid`, as [#read] does.
  public static String decode(String text, Predicate<String> valid) {
    try {
      var position = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (valid.test(position)) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      // as if the position were not valid
    }
    throw RefusedRequest.invalid("cursor", "error.badCursor");
  }
}
