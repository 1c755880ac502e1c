package news.nashra.media;

import java.util.Arrays;

/// Why an upload cannot become a picture. Editors read the phrase `media.refused.<word>`.
enum Refusal {
  /// Not a JPEG, PNG, WebP or GIF, whatever its name says.
  FORMAT("format"),
  /// A photograph of a phone that no decoder reads.
  HEIC("heic"),
  /// A picture in a format that no decoder reads.
  AVIF("avif"),
  /// More than [MediaLimits#UPLOAD_BYTES].
  SIZE("size"),
  /// More than [MediaLimits#PIXELS].
  PIXELS("pixels"),
  /// Too tall for its width.
  SHAPE("shape"),
  /// Truncated or damaged.
  BROKEN("broken"),
  /// Processing failed in every attempt.
  FAILED("failed");

  private final String word;

  Refusal(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  String phrase() {
    return "media.refused." + word;
  }

  static Refusal find(String word) {
    return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst().orElse(FAILED);
  }
}
