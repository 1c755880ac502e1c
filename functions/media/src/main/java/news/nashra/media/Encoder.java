package news.nashra.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels as WebP or JPEG, without metadata. Each quality is the lowest at which the
/// measured pictures stay as similar to the original as `bench/results/pictures.md` requires.
/// Thread-safe.
public final class Encoder {
  /// The formats of renditions, the preferred one first.
  public enum Output {
    WEBP("webp", "image/webp", 0.82f),
    JPG("jpg", "image/jpeg", 0.62f);

    private final String extension;
    private final String mediaType;
    private final float quality;

    Output(String extension, String mediaType, float quality) {
      this.extension = extension;
      this.mediaType = mediaType;
      this.quality = quality;
    }

    String extension() {
      return extension;
    }

    String mediaType() {
      return mediaType;
    }

    /// From 0 to 1.
    public float quality() {
      return quality;
    }
  }

  private Encoder() {}

  public static byte[] encode(BufferedImage image, Output output) {
    return encode(image, output, output.quality);
  }

  /// @param quality from 0 to 1
  public static byte[] encode(BufferedImage image, Output output, float quality) {
    var writer = Codecs.writer(output);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      if (output == Output.WEBP) {
        parameters.setCompressionType("Lossy");
      } else {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      parameters.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
