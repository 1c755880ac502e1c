package news.nashra.comments.mail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import news.nashra.comments.CommentKeys;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;

/// What the links in mails say: opaque, signed with the newsroom's key, and without an address.
///
/// @param first the id of the article, or of the digest's subscription
/// @param second the id of the comment, or of the digest's subscription again
public record MailToken(Purpose purpose, String first, String second) {
  private static final int HASH_BYTES = 16;
  private static final int BYTES = 1 + 2 * Ids.BYTES + HASH_BYTES;

  /// What a link is for. A link for one purpose does nothing else. The order is that of the bytes
  /// in links: add new ones at the end.
  public enum Purpose {
    CONFIRM_READER,
    STOP_READER,
    CONFIRM_DIGEST,
    STOP_DIGEST
  }

  /// 66 characters of base64url.
  public String write(KeyedHash key) {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .put((byte) purpose.ordinal())
            .put(Ids.toBytes(first))
            .put(Ids.toBytes(second))
            .put(hash(key));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Reads a token that was written with one of `keys`; empty for any other text.
  public static Optional<MailToken> read(String text, CommentKeys keys) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != BYTES || bytes[0] < 0 || bytes[0] >= Purpose.values().length) {
      return Optional.empty();
    }
    int middle = 1 + Ids.BYTES;
    int end = middle + Ids.BYTES;
    var token =
        new MailToken(
            Purpose.values()[bytes[0]],
            Ids.fromBytes(Arrays.copyOfRange(bytes, 1, middle)),
            Ids.fromBytes(Arrays.copyOfRange(bytes, middle, end)));
    var hash = Arrays.copyOfRange(bytes, end, BYTES);
    return keys.first(key ->
        MessageDigest.isEqual(hash, token.hash(key)) ? Optional.of(token) : Optional.empty());
  }

  private byte[] hash(KeyedHash key) {
    return key.bytes(HASH_BYTES, "mail", purpose.name(), first, second);
  }
}
