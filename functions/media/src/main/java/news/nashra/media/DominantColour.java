package news.nashra.media;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Locale;

/// The dominant colour of a picture, shown in its place until it is loaded.
final class DominantColour {
  private static final int SAMPLE_SIDE = 64;

  private DominantColour() {}

  /// Returns `#rrggbb`: the mean colour of the fullest of 512 boxes into which the pixels are
  /// sorted.
  static String compute(BufferedImage image) {
    var small = Decoder.scale(image, SAMPLE_SIDE, SAMPLE_SIDE);
    var boxes = new HashMap<Integer, long[]>();
    for (int rgb : small.getRGB(0, 0, SAMPLE_SIDE, SAMPLE_SIDE, null, 0, SAMPLE_SIDE)) {
      int red = (rgb >> 16) & 0xFF;
      int green = (rgb >> 8) & 0xFF;
      int blue = rgb & 0xFF;
      var box =
          boxes.computeIfAbsent((red >> 5) << 6 | (green >> 5) << 3 | blue >> 5, b -> new long[4]);
      box[0]++;
      box[1] += red;
      box[2] += green;
      box[3] += blue;
    }
    var fullest = boxes.values().stream().reduce((a, b) -> b[0] > a[0] ? b : a).orElseThrow();
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        fullest[1] / fullest[0],
        fullest[2] / fullest[0],
        fullest[3] / fullest[0]);
  }
}
