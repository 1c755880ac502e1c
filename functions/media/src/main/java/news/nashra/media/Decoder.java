package news.nashra.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.resizers.Resizers;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/// Decodes an upload to pixels: upright, in sRGB, on white where it was transparent, and no wider
/// than the widest rendition. The full picture is in memory once; all later steps use the smaller
/// one. Thread-safe.
final class Decoder {
  private static final Set<Orientation> SIDEWAYS =
      EnumSet.of(
          Orientation.LEFT_TOP,
          Orientation.RIGHT_TOP,
          Orientation.RIGHT_BOTTOM,
          Orientation.LEFT_BOTTOM);

  private Decoder() {}

  /// The outcome of decoding.
  sealed interface Result {}

  /// @param image of `TYPE_INT_RGB`, at most as wide as requested
  /// @param width of the original, upright
  /// @param height of the original, upright
  record Decoded(BufferedImage image, int width, int height) implements Result {}

  /// The file cannot be decoded.
  record Refused(Refusal why) implements Result {}

  /// @param maxWidth of the result, in pixels
  static Result decode(byte[] file, int maxWidth) {
    var format = Format.detect(file);
    if (format.isEmpty()) {
      return new Refused(PhoneFormat.detect(file).map(PhoneFormat::refusal).orElse(Refusal.FORMAT));
    }
    var reader = Codecs.reader(format.get());
    var still = format.get() == Format.WEBP ? FirstFrame.still(file) : file;
    try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(still))) {
      reader.setInput(in, true, format.get() != Format.GIF);
      var frame = frame(file, format.get(), reader);
      int width = frame.width();
      int height = frame.height();
      var metadata = Metadata.read(file, format.get());
      boolean sideways = SIDEWAYS.contains(metadata.orientation());
      if (Math.max((long) width * height, pixels(reader)) > MediaLimits.PIXELS) {
        return new Refused(Refusal.PIXELS);
      }
      if ((sideways ? width : height)
          > MediaLimits.HEIGHT_PER_WIDTH * (long) (sideways ? height : width)) {
        return new Refused(Refusal.SHAPE);
      }
      var image = frame.place(read(reader, metadata.profile()));
      var small = shrink(image, sideways ? height : width, maxWidth);
      var upright =
          ExifFilterUtils.getFilterForOrientation(metadata.orientation())
              .apply(flatten(metadata.profile().map(p -> toSrgb(small, p)).orElse(small)));
      return new Decoded(flatten(upright), sideways ? height : width, sideways ? width : height);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Refused(Refusal.BROKEN); // what decoders throw for damaged data
    } finally {
      reader.dispose();
    }
  }

  /// The place of what is read in the picture: all of it, except in some animations.
  private static FirstFrame frame(byte[] file, Format format, ImageReader reader)
      throws IOException {
    return switch (format) {
      case GIF -> FirstFrame.ofGif(file, reader);
      case WEBP -> FirstFrame.ofWebp(file).orElse(all(reader));
      case JPEG, PNG -> all(reader);
    };
  }

  private static FirstFrame all(ImageReader reader) throws IOException {
    return new FirstFrame(reader.getWidth(0), reader.getHeight(0), 0, 0);
  }

  private static long pixels(ImageReader reader) throws IOException {
    return (long) reader.getWidth(0) * reader.getHeight(0);
  }

  /// Reads the pixels, grey ones as sRGB. A truncated file throws, although a JPEG decoder would
  /// fill the rest with grey.
  private static BufferedImage read(ImageReader reader, Optional<ICC_Profile> profile)
      throws IOException {
    var truncated = new boolean[1];
    reader.addIIOReadWarningListener((source, warning) -> {
      truncated[0] |= warning.contains("Truncated File") || warning.contains("premature end");
    });
    var image = reader.read(0);
    if (truncated[0]) {
      throw new IOException("the file is truncated");
    }
    return GreyScale.isGrey(image) ? GreyScale.toSrgb(image, profile) : image;
  }

  /// Scales an image down until its upright width is at most `maxWidth`.
  private static BufferedImage shrink(BufferedImage image, int uprightWidth, int maxWidth) {
    return uprightWidth <= maxWidth ? image : scale(image, (double) maxWidth / uprightWidth);
  }

  private static BufferedImage scale(BufferedImage image, double factor) {
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    return scale(image, width, height);
  }

  static BufferedImage scale(BufferedImage image, int width, int height) {
    boolean hasAlpha = image.getColorModel().hasAlpha();
    var small =
        new BufferedImage(
            width, height, hasAlpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Resizers.PROGRESSIVE.resize(image, small);
    return small;
  }

  /// Converts the colours of `profile` to sRGB. A profile that does not fit the picture, or that
  /// the colour engine rejects, is ignored.
  private static BufferedImage toSrgb(BufferedImage image, ICC_Profile profile) {
    if (profile.getColorSpaceType() != ColorSpace.TYPE_RGB) {
      return image;
    }
    try {
      var model = image.getColorModel();
      var tagged =
          new BufferedImage(
              new ComponentColorModel(
                  new ICC_ColorSpace(profile),
                  model.hasAlpha(),
                  false,
                  model.getTransparency(),
                  java.awt.image.DataBuffer.TYPE_BYTE),
              toBytes(image).getRaster(),
              false,
              null);
      var hints =
          new RenderingHints(
              RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_QUALITY);
      var srgb = new BufferedImage(image.getWidth(), image.getHeight(), opaqueType(image));
      return new ColorConvertOp(hints).filter(tagged, srgb);
    } catch (IllegalArgumentException | java.awt.color.CMMException e) {
      return image;
    }
  }

  private static int opaqueType(BufferedImage image) {
    return image.getColorModel().hasAlpha()
        ? BufferedImage.TYPE_INT_ARGB
        : BufferedImage.TYPE_INT_RGB;
  }

  /// The same image with one byte per sample.
  private static BufferedImage toBytes(BufferedImage image) {
    var bytes =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            image.getColorModel().hasAlpha()
                ? BufferedImage.TYPE_4BYTE_ABGR
                : BufferedImage.TYPE_3BYTE_BGR);
    draw(image, bytes);
    return bytes;
  }

  private static BufferedImage flatten(BufferedImage image) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      return image;
    }
    var opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    var graphics = opaque.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, opaque.getWidth(), opaque.getHeight());
    graphics.dispose();
    draw(image, opaque);
    return opaque;
  }

  private static void draw(BufferedImage image, BufferedImage onto) {
    var graphics = onto.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
  }
}
