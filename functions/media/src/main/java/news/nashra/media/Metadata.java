package news.nashra.media;

import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.InflaterInputStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/// What is needed besides the pixels to show a picture correctly: how the camera was held, and what
/// colours the numbers mean. No other metadata is read, and none is kept.
///
/// @param orientation from the
///   [Exif](https://www.cipa.jp/std/documents/download_e.html?DC-008-Translation-2023-E) block
/// @param profile of PNG and WebP; the JPEG decoder applies its own
record Metadata(Orientation orientation, Optional<ICC_Profile> profile) {
  private static final String EXIF = "Exif\0\0";
  private static final short ORIENTATION_TAG = 0x0112;
  private static final short SHORT_TYPE = 3;
  private static final int MAX_PROFILE_BYTES = 4 * 1024 * 1024;

  static Metadata read(byte[] file, Format format) {
    return switch (format) {
      case JPEG -> new Metadata(orientation(jpegExif(file)), Optional.empty());
      case PNG ->
          new Metadata(
              orientation(pngChunk(file, "eXIf")),
              pngChunk(file, "iCCP").flatMap(Metadata::inflate).flatMap(Metadata::profile));
      case WEBP ->
          new Metadata(
              orientation(riffChunk(file, "EXIF")),
              riffChunk(file, "ICCP").flatMap(Metadata::profile));
      case GIF -> new Metadata(Orientation.TOP_LEFT, Optional.empty());
    };
  }

  /// Returns the orientation; an unreadable block counts as upright.
  private static Orientation orientation(Optional<byte[]> exif) {
    try {
      return exif.map(Metadata::tiff).map(Metadata::orientation).orElse(Orientation.TOP_LEFT);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      return Orientation.TOP_LEFT;
    }
  }

  /// The block without the header that JPEG, and some writers of WebP, put before it.
  private static ByteBuffer tiff(byte[] block) {
    int from = hasTextAt(block, 0, EXIF) ? EXIF.length() : 0;
    var tiff = ByteBuffer.wrap(block, from, block.length - from).slice();
    return tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
  }

  /// The orientation in the first directory, which may be anywhere in the block.
  private static Orientation orientation(ByteBuffer tiff) {
    int directory = tiff.getInt(4);
    int entries = Short.toUnsignedInt(tiff.getShort(directory));
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + 12 * i;
      if (tiff.getShort(entry) == ORIENTATION_TAG && tiff.getShort(entry + 2) == SHORT_TYPE) {
        var found = Orientation.typeOf(tiff.getShort(entry + 8));
        return found == null ? Orientation.TOP_LEFT : found;
      }
    }
    return Orientation.TOP_LEFT;
  }

  /// The first `APP1` segment with an Exif block, before the image data.
  private static Optional<byte[]> jpegExif(byte[] file) {
    for (int at = 2; at + 4 <= file.length && file[at] == (byte) 0xFF; ) {
      int marker = file[at + 1] & 0xFF;
      if (marker == 0xFF) { // padding
        at++;
        continue;
      }
      int length = ((file[at + 2] & 0xFF) << 8) | (file[at + 3] & 0xFF);
      if (marker == 0xDA || length < 2) {
        break;
      }
      if (marker == 0xE1 && hasTextAt(file, at + 4, EXIF)) {
        return slice(file, at + 4, length - 2);
      }
      at += 2 + length;
    }
    return Optional.empty();
  }

  private static Optional<byte[]> pngChunk(byte[] file, String name) {
    var bytes = ByteBuffer.wrap(file);
    for (int at = 8; at + 12 <= file.length; ) {
      int length = bytes.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        break;
      }
      if (hasTextAt(file, at + 4, name)) {
        return slice(file, at + 8, length);
      }
      at += 12 + length;
    }
    return Optional.empty();
  }

  /// The data of the first chunk with this name; absent if it is not whole.
  static Optional<byte[]> riffChunk(byte[] file, String name) {
    var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = 12; at + 8 <= file.length; ) {
      int length = bytes.getInt(at + 4);
      if (length < 0 || length > file.length - at - 8) {
        break;
      }
      if (hasTextAt(file, at, name)) {
        return slice(file, at + 8, length);
      }
      at += 8 + length + (length & 1);
    }
    return Optional.empty();
  }

  private static boolean hasTextAt(byte[] file, int at, String name) {
    var bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return at + bytes.length <= file.length
        && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
  }

  private static Optional<byte[]> slice(byte[] file, int from, int length) {
    return Optional.of(Arrays.copyOfRange(file, from, Math.min(file.length, from + length)));
  }

  /// The profile in an `iCCP` chunk, which follows a name and a byte for the method; absent if it
  /// is broken or larger than [#MAX_PROFILE_BYTES].
  private static Optional<byte[]> inflate(byte[] chunk) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    if (name + 2 >= chunk.length) {
      return Optional.empty();
    }
    try (var in =
        new InflaterInputStream(
            new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
      var profile = in.readNBytes(MAX_PROFILE_BYTES + 1);
      return Optional.of(profile).filter(p -> p.length <= MAX_PROFILE_BYTES);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ICC_Profile> profile(byte[] bytes) {
    try {
      return Optional.of(ICC_Profile.getInstance(bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
