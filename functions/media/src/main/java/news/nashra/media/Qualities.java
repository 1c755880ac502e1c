package news.nashra.media;

import java.awt.image.BufferedImage;
import news.nashra.core.Parallel;

/// The quality of each format for the renditions of one picture, from 0 to 100.
record Qualities(int webp, int jpg) {
  /// @param image of the picture, large enough for a sample
  static Qualities choose(BufferedImage image) {
    var choice = new QualityChoice(image);
    return Parallel.both(
        () -> choice.quality(Encoder.Output.WEBP),
        () -> choice.quality(Encoder.Output.JPG),
        Qualities::new);
  }

  int of(Encoder.Output output) {
    return switch (output) {
      case WEBP -> webp;
      case JPG -> jpg;
    };
  }
}
