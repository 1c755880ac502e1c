package news.nashra.media;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// A picture at the width of each of its renditions. Each is scaled from the smallest one that is
/// at least twice as wide, which costs less than to start from the largest and looks the same.
final class ScaledImages {
  private ScaledImages() {}

  /// The images, the largest first.
  ///
  /// @param image at least as wide as the widest rendition
  static List<BufferedImage> of(Picture picture, BufferedImage image) {
    var images = new ArrayList<BufferedImage>();
    for (int width : picture.widths().reversed()) {
      var source = smallest(images, 2 * width, image);
      images.add(
          width == source.getWidth()
              ? source
              : Decoder.scale(source, width, picture.heightAt(width)));
    }
    return images;
  }

  /// The last of `images`, which get smaller, that is at least `width` wide.
  static BufferedImage smallest(List<BufferedImage> images, int width, BufferedImage otherwise) {
    return images.reversed().stream()
        .filter(image -> image.getWidth() >= width)
        .findFirst()
        .orElse(otherwise);
  }
}
