package news.nashra.articles;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Where an article's page stands: `/2026/02/23/slug/`, percent-encoded as in links ([RFC
/// 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)).
final class Address {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private Address() {}

  /// @param zone of the edition: it decides what day `publishedAt` is
  static String path(Instant publishedAt, ZoneId zone, String slug) {
    return "/" + DAY.format(publishedAt.atZone(zone)) + "/" + encode(slug) + "/";
  }

  /// The key of the page in the site bucket, in plain letters.
  static String key(String path) {
    return URLDecoder.decode(path.substring(1), StandardCharsets.UTF_8) + "index.html";
  }

  private static String encode(String slug) {
    var encoded = new StringBuilder();
    for (byte b : slug.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '-');
      encoded.append(plain ? Character.toString(b) : "%%%02X".formatted(b & 0xFF));
    }
    return encoded.toString();
  }
}
