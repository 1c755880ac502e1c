package news.nashra.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// JPEG files of our own, with nothing but what the JDK has: functions that cut pictures need no
/// other library. Files of editors are for [Codecs]. Thread-safe.
final class Jpeg {
  private static final ImageReaderSpi READER =
      jdk(ImageIO.getImageReadersByFormatName("jpeg"), ImageReader::getOriginatingProvider);
  static final ImageWriterSpi WRITER =
      jdk(ImageIO.getImageWritersByFormatName("jpeg"), ImageWriter::getOriginatingProvider);

  private Jpeg() {}

  static BufferedImage read(byte[] file) {
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      var reader = READER.createReaderInstance();
      try {
        reader.setInput(in, true, true);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param quality from 0 to 100
  /// @param progressive whether a browser can show it before it is loaded; takes more time to write
  ///   and to read
  static byte[] write(BufferedImage image, int quality, boolean progressive) {
    return write(
        image,
        WRITER,
        quality,
        parameters ->
            parameters.setProgressiveMode(
                progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED));
  }

  /// A file of the format of `format`, in memory.
  static byte[] write(
      BufferedImage image, ImageWriterSpi format, int quality, Consumer<ImageWriteParam> more) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      var writer = format.createWriterInstance();
      try {
        var parameters = writer.getDefaultWriteParam();
        parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        more.accept(parameters);
        parameters.setCompressionQuality(quality / 100f);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image, null, null), parameters);
      } finally {
        writer.dispose();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The JDK's own among the codecs of a format.
  private static <C, S extends IIOServiceProvider> S jdk(Iterator<C> codecs, Function<C, S> spi) {
    while (codecs.hasNext()) {
      var provider = spi.apply(codecs.next());
      if (provider.getClass().getModule().equals(ImageIO.class.getModule())) {
        return provider;
      }
    }
    throw new IllegalStateException("the JDK lacks JPEG");
  }
}
