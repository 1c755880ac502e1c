package news.nashra.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import news.nashra.media.Codecs;
import news.nashra.media.Encoder;
import news.nashra.media.Format;

/// Measures how similar a rendition is to its original at each quality.
public final class Quality {
  /// Windows of 8 by 8 pixels, as in [the
  /// paper](https://www.cns.nyu.edu/pub/eero/wang03-reprint.pdf).
  private static final int WINDOW = 8;

  private static final double C1 = 6.5025;
  private static final double C2 = 58.5225;

  private Quality() {}

  /// The quality of renditions, from 0 to 100.
  public static int of(boolean webp) {
    return Math.round(100 * (webp ? Encoder.Output.WEBP : Encoder.Output.JPG).quality());
  }

  /// A row for each quality: the mean size and the lowest similarity of the pictures, as WebP and
  /// as JPEG.
  public static List<List<String>> rows(List<BufferedImage> pictures) throws IOException {
    var rows = new ArrayList<List<String>>();
    for (int quality = 60; quality <= 90; quality += 2) {
      var row = new ArrayList<>(List.of(Integer.toString(quality)));
      for (var output : Encoder.Output.values()) {
        double worst = 1;
        long bytes = 0;
        for (var picture : pictures) {
          var file = Encoder.encode(picture, output, quality / 100f);
          worst = Math.min(worst, similarity(picture, read(file, output)));
          bytes += file.length;
        }
        row.add(String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0 / pictures.size()));
        row.add(String.format(Locale.ROOT, "%.4f", worst));
      }
      rows.add(row);
    }
    return rows;
  }

  private static BufferedImage read(byte[] file, Encoder.Output output) throws IOException {
    var reader = Codecs.reader(output == Encoder.Output.WEBP ? Format.WEBP : Format.JPEG);
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
    return reader.read(0);
  }

  /// The mean structural similarity of the lightness of two pictures; 1 if they are equal.
  static double similarity(BufferedImage a, BufferedImage b) {
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= a.getHeight(); y += WINDOW / 2) {
      for (int x = 0; x + WINDOW <= a.getWidth(); x += WINDOW / 2) {
        sum += similarity(a, b, x, y);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double similarity(BufferedImage a, BufferedImage b, int x, int y) {
    double sumA = 0;
    double sumB = 0;
    double squaresA = 0;
    double squaresB = 0;
    double products = 0;
    for (int j = 0; j < WINDOW; j++) {
      for (int i = 0; i < WINDOW; i++) {
        double p = lightness(a.getRGB(x + i, y + j));
        double q = lightness(b.getRGB(x + i, y + j));
        sumA += p;
        sumB += q;
        squaresA += p * p;
        squaresB += q * q;
        products += p * q;
      }
    }
    double n = WINDOW * WINDOW;
    double meanA = sumA / n;
    double meanB = sumB / n;
    double varianceA = squaresA / n - meanA * meanA;
    double varianceB = squaresB / n - meanB * meanB;
    double covariance = products / n - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }

  private static double lightness(int rgb) {
    return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
  }
}
