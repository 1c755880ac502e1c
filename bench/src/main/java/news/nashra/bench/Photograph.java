package news.nashra.bench;

import java.awt.Image;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import news.nashra.media.Codecs;
import news.nashra.media.Format;

/// Synthetic pictures whose detail falls off with its size as in [photographs of
/// nature](https://doi.org/10.1364/JOSAA.4.002379), with edges.
final class Photograph {
  private static final int OCTAVES = 9;

  private Photograph() {}

  static BufferedImage of(int width, int height, int seed) {
    var random = new Random(seed);
    var grids = new float[OCTAVES][];
    for (int octave = 0; octave < OCTAVES; octave++) {
      int side = (2 << octave) + 2;
      grids[octave] = new float[side * side];
      for (int i = 0; i < grids[octave].length; i++) {
        grids[octave][i] = random.nextFloat() - 0.5f;
      }
    }
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var row = new int[width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float value = 0;
        for (int octave = 0; octave < OCTAVES; octave++) {
          value +=
              at(grids[octave], 2 << octave, (float) x / width, (float) y / height) / (1 + octave);
        }
        boolean edge = (x * 7L / width + y * 5L / height) % 2 == 0;
        int level = Math.clamp((int) (128 + 170 * value + (edge ? 30 : -30)), 0, 255);
        row[x] = level << 16 | (level * 9 / 10) << 8 | (255 - level) * 6 / 10;
      }
      image.setRGB(0, y, width, 1, row, 0, width);
    }
    return image;
  }

  private static float at(float[] grid, int cells, float u, float v) {
    int side = cells + 2;
    float x = u * cells;
    float y = v * cells;
    int i = (int) x;
    int j = (int) y;
    float fx = x - i;
    float fy = y - j;
    float above = grid[j * side + i] * (1 - fx) + grid[j * side + i + 1] * fx;
    float below = grid[(j + 1) * side + i] * (1 - fx) + grid[(j + 1) * side + i + 1] * fx;
    return above * (1 - fy) + below * fy;
  }

  /// The photographs in the folder that the environment variable `NASHRA_PHOTOGRAPHS` names, by
  /// their file names; none if it names none.
  static Map<String, BufferedImage> real() throws IOException {
    var photographs = new TreeMap<String, BufferedImage>();
    var folder = System.getenv("NASHRA_PHOTOGRAPHS");
    if (folder != null) {
      try (var files = Files.list(Path.of(folder))) {
        for (var file : files.sorted().toList()) {
          photographs.put(file.getFileName().toString(), read(Files.readAllBytes(file)));
        }
      }
    }
    return photographs;
  }

  /// Decodes a file of one of our formats.
  static BufferedImage read(byte[] file) {
    var reader = Codecs.reader(Format.detect(file).orElseThrow());
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in);
      return reader.read(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
  }

  /// The picture in RGB, at most `maxWidth` wide.
  static BufferedImage fitting(BufferedImage picture, int maxWidth) {
    int width = Math.min(maxWidth, picture.getWidth());
    int height = Math.round((float) picture.getHeight() * width / picture.getWidth());
    var fitting = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = fitting.createGraphics();
    var scaled = picture.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING);
    graphics.drawImage(width == picture.getWidth() ? picture : scaled, 0, 0, null);
    graphics.dispose();
    return fitting;
  }

  /// A JPEG file like that of a phone.
  static byte[] jpeg(BufferedImage image) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.92f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    }
    return bytes.toByteArray();
  }

  /// A PNG file with sixteen bits each for red, green, blue and transparency, which takes the most
  /// memory per pixel.
  static byte[] deepPng(int width, int height) throws IOException {
    var colours =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            true,
            false,
            Transparency.TRANSLUCENT,
            DataBuffer.TYPE_USHORT);
    var raster = colours.createCompatibleWritableRaster(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x += 64) {
        raster.setPixel(x, y, new int[] {y % 65_536, x, 30_000, 65_535});
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(colours, raster, false, null), "png", bytes);
    return bytes.toByteArray();
  }
}
