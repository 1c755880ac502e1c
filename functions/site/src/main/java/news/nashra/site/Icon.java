package news.nashra.site;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// The newspaper's mark in pixels, from `edition/icon.png`, for programs that take no SVG: previews
/// of links, home screens, older browsers. Its smaller sizes are drawn when they are first asked
/// for. Thread-safe.
public final class Icon {
  /// The side of the picture that previews of links show, in pixels.
  public static final int LARGE = 512;

  /// The side of the picture on home screens and in lists of feeds.
  public static final int SMALL = 192;

  private static final int TOUCH = 180;
  private static final int[] FAVICON = {16, 32, 48};
  private static final String PNG = "image/png";

  private final byte[] png;
  private final String large;
  private final String small;
  private final List<Asset> files = new ArrayList<>();

  private Icon(byte[] png) {
    this.png = png;
    this.large = hashed(LARGE, png);
    this.small = hashed(SMALL, png);
  }

  /// @param png a square picture of at least 512 pixels a side; anything else throws
  public static Icon of(byte[] png) {
    // A signature of eight bytes, then the chunk IHDR: https://www.w3.org/TR/png-3/#11IHDR
    var header = ByteBuffer.wrap(png);
    boolean good =
        png.length > 24
            && header.getLong(0) == 0x89504E470D0A1A0AL
            && header.getInt(16) == header.getInt(20)
            && header.getInt(16) >= LARGE
            && header.getInt(16) <= 4096;
    if (!good) {
      throw new IllegalArgumentException(
          "edition/icon.png is no square PNG of 512 to 4096 pixels a side");
    }
    return new Icon(png);
  }

  /// The address of the picture of `side` pixels, which is [#LARGE] or [#SMALL].
  public String path(int side) {
    return side == LARGE ? large : small;
  }

  private static String hashed(int side, byte[] png) {
    return Asset.hashed("icon" + side, "png", png);
  }

  /// Both pictures, `/apple-touch-icon.png` and `/favicon.ico`.
  public synchronized List<Asset> files() {
    if (files.isEmpty()) {
      var image = read();
      files.add(Asset.immutable(path(LARGE), PNG, png(image, LARGE)));
      files.add(Asset.immutable(path(SMALL), PNG, png(image, SMALL)));
      files.add(Asset.wellKnown("/apple-touch-icon.png", PNG, png(image, TOUCH)));
      files.add(Asset.wellKnown("/favicon.ico", "image/x-icon", ico(image)));
    }
    return List.copyOf(files);
  }

  private BufferedImage read() {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new IllegalArgumentException("edition/icon.png cannot be read", e);
    }
  }

  private static byte[] png(BufferedImage image, int side) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(resized(image, side), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// On white, because home screens show what is transparent as black. Halved as often as it goes,
  /// so that each pixel of the source counts.
  private static BufferedImage resized(BufferedImage image, int side) {
    var from = image;
    while (true) {
      int next = Math.max(side, from.getWidth() / 2);
      var to = new BufferedImage(next, next, BufferedImage.TYPE_INT_RGB);
      var graphics = to.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(from, 0, 0, next, next, Color.WHITE, null);
      graphics.dispose();
      if (next == side) {
        return to;
      }
      from = to;
    }
  }

  /// PNG pictures in the
  /// [container](https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)) of icons:
  /// a directory of 16 bytes for each, and then their bytes.
  private static byte[] ico(BufferedImage image) {
    var pictures = new ArrayList<byte[]>();
    for (int side : FAVICON) {
      pictures.add(png(image, side));
    }
    int offset = 6 + 16 * FAVICON.length;
    int length = offset + pictures.stream().mapToInt(picture -> picture.length).sum();
    var ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) FAVICON.length);
    for (int i = 0; i < FAVICON.length; i++) {
      int size = pictures.get(i).length;
      ico.put((byte) FAVICON[i]).put((byte) FAVICON[i]); // width, height
      ico.putShort((short) 0).putShort((short) 1).putShort((short) 32); // no palette, one plane
      ico.putInt(size).putInt(offset);
      offset += size;
    }
    pictures.forEach(ico::put);
    return ico.array();
  }
}
