package news.nashra.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Files as cameras, scanners and image editors write them, built byte by byte where it matters.
final class CameraFile {
  private CameraFile() {}

  /// Four quarters: red, green, blue and white, from the upper left.
  static BufferedImage quarters(int width, int height) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var graphics = image.createGraphics();
    var colours = new Color[] {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < 4; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
    }
    graphics.dispose();
    return image;
  }

  /// The same image with a little noise, as every sensor adds it.
  static BufferedImage noisy(BufferedImage image) {
    return noisy(image, 12);
  }

  /// The same image with noise of this many levels.
  static BufferedImage noisy(BufferedImage image, int levels) {
    var random = new Random(1);
    for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
      int x = i % image.getWidth();
      int y = i / image.getWidth();
      int noise = random.nextInt(levels);
      image.setRGB(x, y, image.getRGB(x, y) ^ (noise << 16 | noise << 8 | noise));
    }
    return image;
  }

  /// What the sensor records of `upright` when the camera notes this orientation.
  static BufferedImage held(BufferedImage upright, int orientation) {
    int w = upright.getWidth();
    int h = upright.getHeight();
    boolean lies = orientation >= 5;
    var held = new BufferedImage(lies ? h : w, lies ? w : h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int rgb = upright.getRGB(x, y);
        switch (orientation) {
          case 2 -> held.setRGB(w - 1 - x, y, rgb);
          case 3 -> held.setRGB(w - 1 - x, h - 1 - y, rgb);
          case 4 -> held.setRGB(x, h - 1 - y, rgb);
          case 5 -> held.setRGB(y, x, rgb);
          case 6 -> held.setRGB(y, w - 1 - x, rgb);
          case 7 -> held.setRGB(h - 1 - y, w - 1 - x, rgb);
          case 8 -> held.setRGB(h - 1 - y, x, rgb);
          default -> held.setRGB(x, y, rgb);
        }
      }
    }
    return held;
  }

  static byte[] jpeg(BufferedImage image) {
    return jpeg(new IIOImage(image, null, null), false);
  }

  static byte[] progressive(BufferedImage image) {
    return jpeg(new IIOImage(image, null, null), true);
  }

  /// A JPEG of one colour with four components, cyan, magenta, yellow and black, and no conversion.
  static byte[] cmyk(int side, int... ink) {
    var raster =
        java.awt.image.Raster.createInterleavedRaster(
            java.awt.image.DataBuffer.TYPE_BYTE, side, side, 4, null);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        raster.setPixel(x, y, ink);
      }
    }
    return jpeg(new IIOImage(raster, null, null), false);
  }

  /// Adds the marker of Adobe's programs, which store inks inverted: 255 for none.
  static byte[] adobe(byte[] jpeg) {
    var segment = ByteBuffer.allocate(16);
    segment.putShort((short) 0xFFEE).putShort((short) 14);
    segment.put("Adobe".getBytes(StandardCharsets.US_ASCII)).putShort((short) 100);
    return ByteBuffer.allocate(jpeg.length + 16)
        .put(jpeg, 0, 2)
        .put(segment.array())
        .put(jpeg, 2, jpeg.length - 2)
        .array();
  }

  private static byte[] jpeg(IIOImage image, boolean progressive) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var writer = Jpeg.WRITER.createWriterInstance();
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(0.95f);
      if (progressive) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(out);
      writer.write(null, image, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] write(BufferedImage image, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, bytes)) {
        throw new IllegalArgumentException("no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] webp(BufferedImage image) {
    return Encoder.encode(image, Encoder.Output.WEBP, 95);
  }

  /// An Exif block with the camera's maker, the orientation in the middle, and the position of the
  /// picture.
  static byte[] exif(int orientation, ByteOrder order) {
    return exif(orientation, order, 8);
  }

  /// @param directory the offset of the first directory
  static byte[] exif(int orientation, ByteOrder order, int directory) {
    var block = ByteBuffer.allocate(200).order(order);
    block.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    var tiff = block.slice().order(order);
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(directory);
    tiff.position(directory);
    tiff.putShort((short) 3);
    entry(tiff, 0x010F, 2, 12).putInt(100); // maker, text elsewhere
    entry(tiff, 0x0112, 3, 1).putShort((short) orientation).putShort((short) 0);
    entry(tiff, 0x8825, 4, 1).putInt(60); // position, a directory of its own
    tiff.putInt(0);
    tiff.position(60);
    tiff.putShort((short) 1);
    entry(tiff, 0x0001, 2, 2).put((byte) 'N').put(new byte[3]);
    tiff.putInt(0);
    tiff.position(100);
    tiff.put("GPS-CAMERA\0\0".getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(block.array(), 6 + 112);
  }

  private static ByteBuffer entry(ByteBuffer tiff, int tag, int type, int count) {
    return tiff.putShort((short) tag).putShort((short) type).putInt(count);
  }

  /// Inserts segments after the start of a JPEG.
  static byte[] with(byte[] jpeg, byte[]... segments) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    for (var segment : segments) {
      out.write(0xFF);
      out.write(0xE1);
      out.write((segment.length + 2) >> 8);
      out.write(segment.length + 2);
      out.writeBytes(segment);
    }
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// Adds a colour profile to a JPEG, in its `APP2` segment.
  static byte[] withProfile(byte[] jpeg, byte[] profile) {
    var segment = ByteBuffer.allocate(18 + profile.length);
    segment.putShort((short) 0xFFE2).putShort((short) (16 + profile.length));
    segment.put("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1)).put(profile);
    return ByteBuffer.allocate(jpeg.length + segment.capacity())
        .put(jpeg, 0, 20) // behind JFIF
        .put(segment.array())
        .put(jpeg, 20, jpeg.length - 20)
        .array();
  }

  /// Inserts a chunk after the header of a PNG.
  static byte[] withChunk(byte[] png, String name, byte[] data) {
    var chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(name.getBytes(StandardCharsets.US_ASCII)).put(data);
    var crc = new CRC32();
    crc.update(chunk.array(), 4, 4 + data.length);
    chunk.putInt((int) crc.getValue());
    int header = 8 + 25;
    return ByteBuffer.allocate(png.length + chunk.capacity())
        .put(png, 0, header)
        .put(chunk.array())
        .put(png, header, png.length - header)
        .array();
  }

  /// The data of an `iCCP` chunk.
  static byte[] compressedProfile(byte[] profile) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("a profile\0\0".getBytes(StandardCharsets.ISO_8859_1));
    try (var deflater = new DeflaterOutputStream(out)) {
      deflater.write(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// A WebP in its [extended form](https://developers.google.com/speed/webp/docs/riff_container),
  /// with a chunk after its image.
  static byte[] withRiff(byte[] webp, int width, int height, int flag, String name, byte[] data) {
    int padded = data.length + (data.length & 1);
    var out = ByteBuffer.allocate(webp.length + 18 + 8 + padded).order(ByteOrder.LITTLE_ENDIAN);
    out.put(webp, 0, 12);
    out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(flag);
    out.put((byte) (width - 1)).put((byte) ((width - 1) >> 8)).put((byte) 0);
    out.put((byte) (height - 1)).put((byte) ((height - 1) >> 8)).put((byte) 0);
    out.put(webp, 12, webp.length - 12);
    out.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
    out.putInt(4, out.capacity() - 8);
    return out.array();
  }
}
