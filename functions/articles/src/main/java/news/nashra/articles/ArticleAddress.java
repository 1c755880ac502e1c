package news.nashra.articles;

import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;
import news.nashra.site.Addresses;

/// The path of an article's page: `/2026/02/23/slug/`, percent-encoded as in links ([RFC
/// 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)).
public final class ArticleAddress {
  private static final Pattern DAY = Pattern.compile("/\\d{4,}/\\d{2}/\\d{2}/");

  private ArticleAddress() {}

  /// @param zone of the edition, in which the day of `publishedAt` is taken
  public static String path(Instant publishedAt, ZoneId zone, String slug) {
    return Addresses.day(publishedAt.atZone(zone).toLocalDate()) + Addresses.encode(slug) + "/";
  }

  /// The path of the day's archive: `/2026/02/23/` for `/2026/02/23/slug/`.
  public static String dayPath(String path) {
    var day = DAY.matcher(path);
    if (!day.lookingAt()) {
      throw new IllegalArgumentException("not the path of an article: " + path);
    }
    return day.group();
  }
}
