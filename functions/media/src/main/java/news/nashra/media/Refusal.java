package news.nashra.media;

import java.util.Arrays;

/// Why an upload is no picture for a page. The editor reads the phrase `media.refused.<word>`.
enum Refusal {
  /// No JPEG, PNG, WebP or GIF, whatever its name says.
  FORMAT("format"),
  /// More bytes than an upload may have.
  SIZE("size"),
  /// More pixels than [Decoder#MAX_PIXELS].
  PIXELS("pixels"),
  /// Too tall for its width.
  SHAPE("shape"),
  /// It ends in the middle, or its data is damaged.
  BROKEN("broken"),
  /// It could not be worked on, though it was tried several times.
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
