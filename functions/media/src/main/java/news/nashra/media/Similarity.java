package news.nashra.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// How similar pictures are to one original, by the [structural
/// similarity](https://www.cns.nyu.edu/pub/eero/wang03-reprint.pdf) (SSIM) of their lightness: 1
/// for an equal picture, less for every visible change. Immutable.
public final class Similarity {
  /// Sums are taken over blocks of 4 by 4 pixels. A window, as in the paper, is 8 by 8 pixels, so
  /// four blocks. One begins at every block.
  private static final int BLOCK = 4;

  private static final double WINDOW_PIXELS = 4 * BLOCK * BLOCK;

  /// The constants of the paper for levels from 0 to 255.
  private static final double C1 = 6.5025;

  private static final double C2 = 58.5225;

  private final int columns;
  private final int rows;
  private final int[] levels;
  private final int[] sums;
  private final int[] squares;

  private Similarity(BufferedImage image) {
    columns = image.getWidth() / BLOCK;
    rows = image.getHeight() / BLOCK;
    levels = lightness(image, columns * BLOCK, rows * BLOCK);
    sums = blocks(levels);
    squares = blocks(product(levels, levels));
  }

  public static Similarity to(BufferedImage original) {
    return new Similarity(original);
  }

  /// The mean over all windows; 1 for a picture that is smaller than a window.
  ///
  /// @param picture of the size of the original
  public double of(BufferedImage picture) {
    if (columns < 2 || rows < 2) {
      return 1;
    }
    var other = new Similarity(picture);
    var products = blocks(product(levels, other.levels));
    double sum = 0;
    for (int at = 0; at < columns * (rows - 1); at++) {
      if (at % columns < columns - 1) {
        sum +=
            similarity(
                mean(sums, at),
                mean(other.sums, at),
                mean(squares, at) + mean(other.squares, at),
                mean(products, at));
      }
    }
    return sum / ((rows - 1) * (columns - 1));
  }

  /// @param squares the sum of the mean squares of both
  /// @param products the mean product of a level in one with that in the other
  private static double similarity(double meanA, double meanB, double squares, double products) {
    double product = meanA * meanB;
    double meanSquares = meanA * meanA + meanB * meanB;
    return (2 * product + C1)
        * (2 * (products - product) + C2)
        / ((meanSquares + C1) * (squares - meanSquares + C2));
  }

  /// The mean over a window.
  private double mean(int[] blocks, int at) {
    return (blocks[at] + blocks[at + 1] + blocks[at + columns] + blocks[at + columns + 1])
        / WINDOW_PIXELS;
  }

  private static int[] product(int[] a, int[] b) {
    var product = new int[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = a[i] * b[i];
    }
    return product;
  }

  /// The sum in each block.
  private int[] blocks(int[] values) {
    var blocks = new int[columns * rows];
    for (int y = 0, at = 0; y < rows * BLOCK; y++) {
      int block = y / BLOCK * columns;
      for (int column = 0; column < columns; column++, at += BLOCK) {
        blocks[block + column] += values[at] + values[at + 1] + values[at + 2] + values[at + 3];
      }
    }
    return blocks;
  }

  /// The lightness of each pixel as in JPEG, from 0 to 255.
  private static int[] lightness(BufferedImage image, int width, int height) {
    var levels = new int[width * height];
    var row = new int[image.getWidth()];
    for (int y = 0; y < height; y++) {
      row(image, y, row);
      for (int x = 0; x < width; x++) {
        int rgb = row[x];
        levels[y * width + x] =
            (77 * (rgb >> 16 & 0xFF) + 150 * (rgb >> 8 & 0xFF) + 29 * (rgb & 0xFF)) >> 8;
      }
    }
    return levels;
  }

  /// Reads a row of pixels, in the layouts of our own images and of decoders without a detour.
  private static void row(BufferedImage image, int y, int[] row) {
    switch (image.getType()) {
      case BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB ->
          image.getRaster().getDataElements(0, y, row.length, 1, row);
      case BufferedImage.TYPE_3BYTE_BGR -> {
        var bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int x = 0, at = y * row.length * 3; x < row.length; x++, at += 3) {
          row[x] = (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at] & 0xFF;
        }
      }
      default -> image.getRGB(0, y, row.length, 1, row, 0, row.length);
    }
  }
}
