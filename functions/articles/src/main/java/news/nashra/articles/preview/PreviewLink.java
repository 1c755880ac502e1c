package news.nashra.articles.preview;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.nashra.core.Base64Url;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;

/// What a preview link says: an article, until when, signed for one series of links. Immutable.
///
/// @param until to the second
record PreviewLink(String article, Instant until) {
  private static final String PURPOSE = "preview";
  private static final int SIGNATURE_BYTES = 16;
  private static final int TIME_BYTES = Long.BYTES;
  private static final int BYTES = Ids.BYTES + TIME_BYTES + SIGNATURE_BYTES;

  /// A link as it was sent, whose signature is not checked yet.
  record Unverified(PreviewLink link, byte[] signature) {
    /// Whether it was signed for `series`, with one of `keys`.
    boolean isSigned(String series, List<KeyedHash> keys) {
      return keys.stream()
          .anyMatch(key -> MessageDigest.isEqual(link.signature(series, key), signature));
    }
  }

  /// The link as a part of an address.
  ///
  /// @param series which links are good together, and are revoked together
  String token(String series, KeyedHash key) {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .put(Ids.toBytes(article))
            .putLong(until.getEpochSecond())
            .put(signature(series, key));
    return Base64Url.write(bytes.array());
  }

  /// Reads what [#token] wrote; empty for any other text.
  static Optional<Unverified> read(String token) {
    return Base64Url.read(token, BYTES).flatMap(PreviewLink::read);
  }

  private static Optional<Unverified> read(ByteBuffer bytes) {
    var id = Ids.read(bytes);
    long until = bytes.getLong();
    // Far from the ends of time, where adding to an instant overflows.
    if (!Ids.wellFormed(id) || until < 0 || until > Integer.MAX_VALUE * 1000L) {
      return Optional.empty();
    }
    return Optional.of(
        new Unverified(
            new PreviewLink(id, Instant.ofEpochSecond(until)),
            Base64Url.next(bytes, SIGNATURE_BYTES)));
  }

  private byte[] signature(String series, KeyedHash key) {
    var second = Long.toString(until.getEpochSecond());
    return key.bytes(SIGNATURE_BYTES, PURPOSE, article, second, series);
  }
}
