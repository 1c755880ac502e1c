package news.nashra.site;

import java.io.IOException;
import java.io.UncheckedIOException;

/// The Arabic face that readers load with the pages of an edition: a part of Noto Naskh Arabic
/// under the SIL Open Font License, made by `src/main/font/subset.py`. Pure functions.
final class FontFace {
  private FontFace() {}

  static Asset asset() {
    var bytes = bytes();
    return Asset.immutable(Asset.hashed("naskh", "woff2", bytes), "font/woff2", bytes);
  }

  /// What a style sheet says of it: the face at `path`, and another that readers may see until it
  /// is there, brought to its size so that lines break alike. The percentages are how long the
  /// texts of the demo edition are in the first face, compared with the second.
  static String style(String path) {
    return "@font-face{font-family:Naskh;src:url(%s);font-weight:400 700;font-display:swap}"
            .formatted(path)
        + local("Noto Sans Arabic", 400, 89.8)
        + local("Noto Sans Arabic Bold", 700, 85.3);
  }

  private static String local(String name, int weight, double percent) {
    return "@font-face{font-family:As Naskh;src:local(\"%s\");font-weight:%d;size-adjust:%s%%}"
        .formatted(name, weight, percent);
  }

  private static byte[] bytes() {
    try (var stream = FontFace.class.getResourceAsStream("naskh.woff2")) {
      if (stream == null) {
        throw new IllegalStateException("naskh.woff2 is missing");
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
