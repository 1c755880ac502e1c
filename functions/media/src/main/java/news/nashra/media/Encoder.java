package news.nashra.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Writes pixels as WebP or JPEG, without metadata. [QualityChoice] chooses the quality.
/// Thread-safe.
public final class Encoder {
  /// The formats of renditions, the preferred one first.
  public enum Output {
    WEBP("webp", "image/webp", 60, 90),
    JPG("jpg", "image/jpeg", 55, 90);

    private final String extension;
    private final String mediaType;
    private final int lowestQuality;
    private final int highestQuality;

    Output(String extension, String mediaType, int lowestQuality, int highestQuality) {
      this.extension = extension;
      this.mediaType = mediaType;
      this.lowestQuality = lowestQuality;
      this.highestQuality = highestQuality;
    }

    String extension() {
      return extension;
    }

    String mediaType() {
      return mediaType;
    }

    /// Below it, blocks show in skies and faces, which a mean over the picture does not tell.
    int lowestQuality() {
      return lowestQuality;
    }

    /// Above it, bytes grow without a visible gain.
    int highestQuality() {
      return highestQuality;
    }
  }

  private Encoder() {}

  /// @param quality from 0 to 100
  public static byte[] encode(BufferedImage image, Output output, int quality) {
    return switch (output) {
      case WEBP -> webp(image, quality);
      case JPG -> Jpeg.write(image, quality, true);
    };
  }

  /// The pixels that a reader would see.
  static BufferedImage encodeAndDecode(BufferedImage image, Output output, int quality) {
    return switch (output) {
      case WEBP -> readWebp(webp(image, quality));
      case JPG -> Jpeg.read(Jpeg.write(image, quality, false));
    };
  }

  private static byte[] webp(BufferedImage image, int quality) {
    return Jpeg.write(
        image, Codecs.WEBP_WRITER, quality, parameters -> parameters.setCompressionType("Lossy"));
  }

  private static BufferedImage readWebp(byte[] file) {
    var reader = Codecs.reader(Format.WEBP);
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      reader.dispose();
    }
  }
}
