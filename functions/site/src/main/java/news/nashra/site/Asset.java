package news.nashra.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.nashra.core.Sha256;
import news.nashra.core.press.Page;

/// A file that pages link to. Its name contains a hash of its content, so the file at an address
/// never changes and browsers may keep it.
///
/// @param path its address without the origin, `/assets/reader-0123456789.js`
public record Asset(String path, String contentType, byte[] bytes) {
  static Asset of(String name, String extension, String contentType, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var hash = Sha256.hex(5, bytes);
    return new Asset("/assets/" + name + "-" + hash + "." + extension, contentType, bytes);
  }

  /// Its key in the site bucket.
  public String key() {
    return path.substring(1);
  }

  /// The file as the press writes it.
  public Page.Present page() {
    return new Page.Present(bytes, contentType, Page.IMMUTABLE_CACHE_CONTROL, Map.of());
  }
}
