package news.nashra.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The formats that editors may upload, recognised by their first bytes and never by a file name.
public enum Format {
  JPEG("image/jpeg"),
  PNG("image/png"),
  WEBP("image/webp"),
  GIF("image/gif");

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  String mediaType() {
    return mediaType;
  }

  /// The media types that editors may upload.
  public static List<String> mediaTypes() {
    return Arrays.stream(values()).map(Format::mediaType).toList();
  }

  static Optional<Format> ofMediaType(String mediaType) {
    return Arrays.stream(values()).filter(f -> f.mediaType.equals(mediaType)).findFirst();
  }

  public static Optional<Format> detect(byte[] file) {
    if (hasBytesAt(file, 0, "\u00FF\u00D8\u00FF")) {
      return Optional.of(JPEG);
    }
    if (hasBytesAt(file, 0, "\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    }
    if (hasBytesAt(file, 0, "RIFF") && hasBytesAt(file, 8, "WEBP")) {
      return Optional.of(WEBP);
    }
    return hasBytesAt(file, 0, "GIF87a") || hasBytesAt(file, 0, "GIF89a")
        ? Optional.of(GIF)
        : Optional.empty();
  }

  private static boolean hasBytesAt(byte[] file, int at, String mark) {
    var bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= at + bytes.length
        && Arrays.equals(file, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
