package news.nashra.media;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/// Decoders and encoders for each format: the JDK's for PNG and GIF; TwelveMonkeys to read JPEG,
/// because it reads files of cameras and printers (CMYK, colour profiles) that the JDK cannot;
/// libwebp for WebP.
public final class Codecs {
  private static final ImageReaderSpi JPEG = registerJpeg();
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();
  static final ImageWriterSpi WEBP_WRITER = new WebPImageWriterSpi();

  private Codecs() {}

  public static ImageReader reader(Format format) {
    return switch (format) {
      case JPEG -> createReader(JPEG);
      case WEBP -> createReader(WEBP);
      case PNG -> ImageIO.getImageReadersByFormatName("png").next();
      case GIF -> ImageIO.getImageReadersByFormatName("gif").next();
    };
  }

  private static ImageReader createReader(ImageReaderSpi spi) {
    try {
      return spi.createReaderInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The decoder builds on the JDK's decoder, which it finds when it is registered.
  private static ImageReaderSpi registerJpeg() {
    var spi = new JPEGImageReaderSpi();
    IIORegistry.getDefaultInstance().registerServiceProvider(spi);
    return spi;
  }
}
