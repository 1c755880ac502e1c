package news.nashra.core.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import news.nashra.core.Base64Url;

/// The position in a list from which the next page continues. Opaque to clients, and of use in its
/// own list only.
///
/// @param key of the last entry of the page, `<instant>#<id>`
/// @param seen ids of entries after that key that clients already have
public record Cursor(String key, List<String> seen) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[0-9A-HJKMNP-TV-Z]{26}"
              + "(?: [0-9A-HJKMNP-TV-Z]{26})*");

  /// Between the name of the list and the position.
  private static final char BREAK = '\n';

  public Cursor {
    seen = List.copyOf(seen);
  }

  public static Cursor at(String key) {
    return new Cursor(key, List.of());
  }

  /// @param list the name of the list, without line breaks; no other list takes the cursor
  public String write(String list) {
    return encode(list, seen.isEmpty() ? key : key + " " + String.join(" ", seen));
  }

  /// A cursor for a list whose positions are other texts.
  ///
  /// @param list the name of the list, as in [#write]
  public static String encode(String list, String position) {
    return Base64Url.write((list + BREAK + position).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads a cursor of `list`; refuses any other text with 422, naming the parameter `cursor`.
  public static Cursor read(String list, String text) {
    var parts = Arrays.asList(decode(list, text, SHAPE.asMatchPredicate()).split(" "));
    return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
  }

  /// The position in a cursor of `list`; refuses any that is not `valid`, as [#read] does.
  public static String decode(String list, String text, Predicate<String> valid) {
    try {
      var decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      var position = decoded.substring(decoded.indexOf(BREAK) + 1);
      if (decoded.equals(list + BREAK + position) && valid.test(position)) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      // as if the position were not valid
    }
    throw RefusedRequest.invalid("cursor", "error.badCursor");
  }
}
