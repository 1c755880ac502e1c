package news.nashra.articles.preview;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
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
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads what [#token] wrote; empty for any other text.
  static Optional<Unverified> read(String token) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != BYTES) {
      return Optional.empty();
    }
    var id = Ids.fromBytes(Arrays.copyOf(bytes, Ids.BYTES));
    long until = ByteBuffer.wrap(bytes, Ids.BYTES, TIME_BYTES).getLong();
    // Far from the ends of time, where adding to an instant overflows.
    if (!Ids.wellFormed(id) || until < 0 || until > Integer.MAX_VALUE * 1000L) {
      return Optional.empty();
    }
    return Optional.of(
        new Unverified(
            new PreviewLink(id, Instant.ofEpochSecond(until)),
            Arrays.copyOfRange(bytes, Ids.BYTES + TIME_BYTES, BYTES)));
  }

  private byte[] signature(String series, KeyedHash key) {
    var second = Long.toString(until.getEpochSecond());
    return key.bytes(SIGNATURE_BYTES, PURPOSE, article, second, series);
  }
}
