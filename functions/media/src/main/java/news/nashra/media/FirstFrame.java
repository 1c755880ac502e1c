package news.nashra.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageReader;
import org.w3c.dom.Element;

/// The first frame of an animation, which may cover only a part of the picture.
///
/// @param width of the picture, in pixels
/// @param height of the picture, in pixels
/// @param left of the frame in the picture
/// @param top of the frame in the picture
record FirstFrame(int width, int height, int left, int top) {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int CHUNK_HEADER_BYTES = 8;

  /// The position, size and duration of a frame, before its own chunks.
  private static final int ANMF_BYTES = 16;

  private static final int ANIMATED = 0b10;
  private static final int HAS_ALPHA = 0b10000;

  /// The place of the first frame of a GIF on its logical screen. A frame beyond the screen widens
  /// it, as in browsers.
  static FirstFrame ofGif(byte[] file, ImageReader reader) throws IOException {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    var tree = reader.getImageMetadata(0).getAsTree("javax_imageio_gif_image_1.0");
    var place = (Element) ((Element) tree).getElementsByTagName("ImageDescriptor").item(0);
    int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
    int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
    return new FirstFrame(
        Math.max(Short.toUnsignedInt(bytes.getShort(6)), left + reader.getWidth(0)),
        Math.max(Short.toUnsignedInt(bytes.getShort(8)), top + reader.getHeight(0)),
        left,
        top);
  }

  /// The place of the first frame of an [animated
  /// WebP](https://developers.google.com/speed/webp/docs/riff_container#animation); absent if it is
  /// not animated.
  static Optional<FirstFrame> ofWebp(byte[] file) {
    return frame(file)
        .map(frame ->
            new FirstFrame(
                1 + number(file, RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES + 4),
                1 + number(file, RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES + 7),
                2 * number(frame, 0),
                2 * number(frame, 3)));
  }

  /// The first frame of an animated WebP as a file of its own; any other file as it is.
  static byte[] still(byte[] webp) {
    return frame(webp).map(FirstFrame::file).orElse(webp);
  }

  private static byte[] file(byte[] frame) {
    var out = new ByteArrayOutputStream();
    boolean alpha = name(frame, ANMF_BYTES).equals("ALPH");
    if (alpha) {
      var header = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
      header.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(HAS_ALPHA);
      header.put(frame, 6, 6); // width and height, written alike
      out.writeBytes(header.array());
    }
    out.write(frame, ANMF_BYTES, frame.length - ANMF_BYTES);
    var riff = ByteBuffer.allocate(RIFF_HEADER_BYTES + out.size()).order(ByteOrder.LITTLE_ENDIAN);
    riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + out.size());
    return riff.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(out.toByteArray()).array();
  }

  /// The data of the first `ANMF` chunk.
  private static Optional<byte[]> frame(byte[] file) {
    boolean animated =
        file.length > RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES + 10
            && name(file, RIFF_HEADER_BYTES).equals("VP8X")
            && (file[RIFF_HEADER_BYTES + CHUNK_HEADER_BYTES] & ANIMATED) != 0;
    return animated ? Metadata.riffChunk(file, "ANMF").filter(FirstFrame::whole) : Optional.empty();
  }

  private static boolean whole(byte[] frame) {
    return frame.length > ANMF_BYTES + CHUNK_HEADER_BYTES;
  }

  private static String name(byte[] file, int at) {
    return new String(Arrays.copyOfRange(file, at, at + 4), StandardCharsets.ISO_8859_1);
  }

  /// A number of three bytes.
  private static int number(byte[] file, int at) {
    return file[at] & 0xFF | (file[at + 1] & 0xFF) << 8 | (file[at + 2] & 0xFF) << 16;
  }

  /// The picture with `image` in its place, transparent around it.
  BufferedImage place(BufferedImage image) {
    if (image.getWidth() == width && image.getHeight() == height) {
      return image;
    }
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    graphics.drawImage(image, left, top, null);
    graphics.dispose();
    return picture;
  }
}
