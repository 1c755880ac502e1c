package news.nashra.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Formats of phones that no sound decoder for Java reads. They are recognised so that an editor
/// reads what to do on the phone.
enum PhoneFormat {
  /// Photographs of iPhones and of some Android phones.
  HEIC(
      Refusal.HEIC,
      Set.of("image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1")),
  AVIF(Refusal.AVIF, Set.of("image/avif", "image/avif-sequence"), Set.of("avif", "avis"));

  /// The most brands that are read from a file.
  private static final int MAX_BRANDS = 32;

  private final Refusal refusal;
  private final Set<String> mediaTypes;
  private final Set<String> brands;

  PhoneFormat(Refusal refusal, Set<String> mediaTypes, Set<String> brands) {
    this.refusal = refusal;
    this.mediaTypes = mediaTypes;
    this.brands = brands;
  }

  /// Why a file of this format is refused.
  Refusal refusal() {
    return refusal;
  }

  static Optional<PhoneFormat> ofMediaType(String mediaType) {
    for (var format : values()) {
      if (format.mediaTypes.contains(mediaType)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// Recognises a file by the brands in its [first box](https://www.iso.org/standard/83102.html).
  /// An AVIF may also name a brand of HEIC.
  static Optional<PhoneFormat> detect(byte[] file) {
    var found = brands(file);
    for (var format : new PhoneFormat[] {AVIF, HEIC}) {
      if (found.stream().anyMatch(format.brands::contains)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// The major brand and the compatible ones; none if the file does not begin with them.
  private static Set<String> brands(byte[] file) {
    var brands = new HashSet<String>();
    if (file.length < 12 || !text(file, 4).equals("ftyp")) {
      return brands;
    }
    brands.add(text(file, 8));
    long end = Math.min(file.length, Integer.toUnsignedLong(ByteBuffer.wrap(file).getInt()));
    for (int at = 16; at + 4 <= end && brands.size() < MAX_BRANDS; at += 4) {
      brands.add(text(file, at));
    }
    return brands;
  }

  private static String text(byte[] file, int at) {
    return new String(file, at, 4, StandardCharsets.ISO_8859_1);
  }
}
