package news.nashra.articles;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The place where a list goes on: the key of the last entry that was answered, opaque to clients.
final class Cursor {
  private static final Pattern KEY =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#[0-9A-HJKMNP-TV-Z]{26}");

  private Cursor() {}

  static String write(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.US_ASCII));
  }

  /// Empty when `text` is no cursor of ours.
  static Optional<String> read(String text) {
    try {
      var key = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
      return Optional.of(key).filter(k -> KEY.matcher(k).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
