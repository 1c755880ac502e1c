package news.nashra.media;

import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/// A picture at the width of each of its renditions. Each is scaled from the smallest one that is
/// at least twice as wide, which costs less than to start from the largest and looks the same.
final class ScaledImages {
  private ScaledImages() {}

  /// The images by their widths, the largest first.
  ///
  /// @param image at least as wide as the widest rendition
  static Map<Integer, BufferedImage> of(Picture picture, BufferedImage image) {
    var images = new LinkedHashMap<Integer, BufferedImage>();
    picture
        .widths()
        .reversed()
        .forEach(width -> {
          var source =
              images.values().stream()
                  .filter(larger -> larger.getWidth() >= 2 * width)
                  .min(Comparator.comparingInt(BufferedImage::getWidth))
                  .orElse(image);
          images.put(
              width,
              width == source.getWidth()
                  ? source
                  : Decoder.scale(source, width, picture.heightAt(width)));
        });
    return images;
  }
}
