package news.nashra.site;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import news.nashra.core.Sha256;
import news.nashra.core.press.Page;

/// A file that pages link to, or that programs look for. Most have a hash of their content in their
/// name, so the file at an address never changes and browsers may keep it.
///
/// @param path its address without the origin, `/assets/reader-0123456789.js`
/// @param page the file as the press writes it
public record Asset(String path, Page.Present page) {
  static Asset of(String name, String extension, String contentType, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return immutable(hashed(name, extension, bytes), contentType, bytes);
  }

  /// The path of a file whose content follows from `source`.
  static String hashed(String name, String extension, byte[] source) {
    return "/assets/" + name + "-" + Sha256.hex(5, source) + "." + extension;
  }

  static Asset immutable(String path, String contentType, byte[] bytes) {
    return new Asset(
        path, new Page.Present(bytes, contentType, Page.IMMUTABLE_CACHE_CONTROL, Map.of()));
  }

  /// A file at an address that is the same in every edition, which browsers keep for a day.
  static Asset wellKnown(String path, String contentType, byte[] bytes) {
    return new Asset(path, new Page.Present(bytes, contentType, Page.DAY_CACHE_CONTROL, Map.of()));
  }

  /// Its key in the site bucket.
  public String key() {
    return path.substring(1);
  }
}
