package news.nashra.media;

import java.awt.image.BufferedImage;

/// Chooses the quality with which the renditions of one picture are encoded: the lowest at which a
/// sample of it is as similar to the original as [#TARGET] says. So a sky costs few bytes, and the
/// leaves of a tree keep their detail. The same picture always gets the same quality. Thread-safe.
public final class QualityChoice {
  /// The least [Similarity]. `bench/results/photographs.md` has what it costs on photographs.
  public static final double TARGET = 0.96;

  /// In pixels, the longer side of a sample. It bounds the time: a choice encodes and decodes a
  /// sample at most six times.
  static final int MAX_SAMPLE_SIDE = 640;

  /// Between the qualities that are tried.
  private static final int STEP = 2;

  private final BufferedImage sample;
  private final Similarity similarity;

  public QualityChoice(BufferedImage picture) {
    sample = sample(picture);
    similarity = Similarity.to(sample);
  }

  /// From 0 to 100.
  public int quality(Encoder.Output output) {
    int enough = output.lowestQuality();
    if (similarity(output, enough) >= TARGET) {
      return enough;
    }
    int tooLow = enough;
    enough = output.highestQuality();
    while (enough - tooLow > STEP) {
      int middle = (tooLow + enough) / 2;
      if (similarity(output, middle) >= TARGET) {
        enough = middle;
      } else {
        tooLow = middle;
      }
    }
    return enough;
  }

  private double similarity(Encoder.Output output, int quality) {
    return similarity.of(Encoder.encodeAndDecode(sample, output, quality));
  }

  private static BufferedImage sample(BufferedImage picture) {
    double factor = (double) MAX_SAMPLE_SIDE / Math.max(picture.getWidth(), picture.getHeight());
    return factor >= 1
        ? picture
        : Decoder.scale(
            picture,
            Math.max(1, (int) Math.round(picture.getWidth() * factor)),
            Math.max(1, (int) Math.round(picture.getHeight() * factor)));
  }
}
