package news.nashra.media;

/// Limits on the pictures that editors upload.
public final class MediaLimits {
  /// The name of a file, in grapheme clusters.
  public static final int FILENAME = 255;

  /// The largest file.
  public static final long UPLOAD_BYTES = 25 * 1024 * 1024;

  /// Checked in the header, before anything is decoded.
  public static final long PIXELS = 60_000_000;

  /// The most times its width that a picture may be high.
  public static final int HEIGHT_PER_WIDTH = 8;

  private MediaLimits() {}
}
