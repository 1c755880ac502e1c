package news.nashra.site;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// The addresses of pages, as links name them: without the origin, percent-encoded ([RFC
/// 3986](https://www.rfc-editor.org/rfc/rfc3986#section-2.1)), with a slash at the end. Pure
/// functions.
public final class Addresses {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("/uuuu/MM/dd/");
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("/uuuu/MM/");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// The way into the archive: its years and months.
  public static final String ARCHIVE = "/archive/";

  private Addresses() {}

  /// The articles with a tag.
  public static String topic(String slug) {
    return "/topics/" + encode(slug) + "/";
  }

  /// The articles under a byline.
  public static String author(String slug) {
    return "/authors/" + encode(slug) + "/";
  }

  /// The articles of a day.
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// The calendar of a month.
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /// A section's articles of a month.
  public static String month(Section section, YearMonth month) {
    return "/" + section.id() + MONTH.format(month);
  }

  /// The key of a page in the site bucket, which is not percent-encoded.
  public static String key(String path) {
    return folder(path) + "index.html";
  }

  /// What the keys of a page and of the files beside it begin with.
  public static String folder(String path) {
    return URLDecoder.decode(path.substring(1), StandardCharsets.UTF_8);
  }

  /// Percent-encodes a slug.
  public static String encode(String slug) {
    var encoded = new StringBuilder();
    for (byte b : slug.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && (Character.isLetterOrDigit(b) || b == '-')) {
        encoded.append((char) b);
      } else {
        encoded.append('%');
        HEX.toHexDigits(encoded, b);
      }
    }
    return encoded.toString();
  }
}
