package news.nashra.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Animations of two frames, of which the second is black.
final class Animation {
  private static final int RIFF_HEADER_BYTES = 12;
  private static final int GIF_HEADER_BYTES = 13;

  private Animation() {}

  /// A GIF with its first frame at a place on a logical screen.
  static byte[] gif(int width, int height, int left, int top, BufferedImage first) {
    var out = new ByteArrayOutputStream();
    var one = CameraFile.write(first, "gif");
    var black = new BufferedImage(first.getWidth(), first.getHeight(), BufferedImage.TYPE_INT_RGB);
    var two = CameraFile.write(black, "gif");
    int colours = 3 << (1 + (one[10] & 7));
    var header = ByteBuffer.wrap(one.clone()).order(ByteOrder.LITTLE_ENDIAN);
    header.put("GIF89a".getBytes(StandardCharsets.US_ASCII));
    header.putShort((short) width).putShort((short) height);
    int frame = frame(one, GIF_HEADER_BYTES + colours);
    header.putShort(frame + 1, (short) left).putShort(frame + 3, (short) top);
    out.write(header.array(), 0, one.length - 1);
    int second = frame(two, GIF_HEADER_BYTES + (3 << (1 + (two[10] & 7))));
    out.write(two, second, two.length - second);
    return out.toByteArray();
  }

  /// The offset of the image descriptor, after the extensions.
  private static int frame(byte[] gif, int from) {
    int at = from;
    while (gif[at] == 0x21) {
      at += 2;
      while (gif[at] != 0) {
        at += 1 + (gif[at] & 0xFF);
      }
      at++;
    }
    return at;
  }

  /// A WebP with its first frame at an even place in its canvas.
  static byte[] webp(int width, int height, int left, int top, BufferedImage first) {
    var black = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    var out = new ByteArrayOutputStream();
    var header = ByteBuffer.allocate(18 + 14).order(ByteOrder.LITTLE_ENDIAN);
    header.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0b10010);
    number(number(header, width - 1), height - 1);
    header.put("ANIM".getBytes(StandardCharsets.US_ASCII)).putInt(6).putInt(-1).putShort((short) 0);
    out.writeBytes(header.array());
    out.writeBytes(frame(first, left, top));
    out.writeBytes(frame(black, 0, 0));
    var riff = ByteBuffer.allocate(RIFF_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    riff.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + out.size());
    riff.put("WEBP".getBytes(StandardCharsets.US_ASCII));
    return ByteBuffer.allocate(RIFF_HEADER_BYTES + out.size())
        .put(riff.array())
        .put(out.toByteArray())
        .array();
  }

  private static byte[] frame(BufferedImage image, int left, int top) {
    var still = CameraFile.webp(image);
    var bytes = ByteBuffer.wrap(still).order(ByteOrder.LITTLE_ENDIAN);
    int from = RIFF_HEADER_BYTES;
    if (new String(still, from, 4, StandardCharsets.US_ASCII).equals("VP8X")) {
      from += 8 + bytes.getInt(from + 4);
    }
    int length = still.length - from;
    var frame = ByteBuffer.allocate(8 + 16 + length).order(ByteOrder.LITTLE_ENDIAN);
    frame.put("ANMF".getBytes(StandardCharsets.US_ASCII)).putInt(16 + length);
    number(number(frame, left / 2), top / 2);
    number(number(number(frame, image.getWidth() - 1), image.getHeight() - 1), 100);
    return frame.put((byte) 0).put(still, from, length).array();
  }

  /// Writes a number as three bytes.
  private static ByteBuffer number(ByteBuffer to, int value) {
    return to.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }
}
