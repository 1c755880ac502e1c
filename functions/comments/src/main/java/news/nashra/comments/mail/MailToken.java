package news.nashra.comments.mail;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import news.nashra.comments.CommentKeys;
import news.nashra.core.Base64Url;
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
    return Base64Url.write(bytes.array());
  }

  /// Reads a token that was written with one of `keys`; empty for any other text.
  public static Optional<MailToken> read(String text, CommentKeys keys) {
    return Base64Url.read(text, BYTES).flatMap(bytes -> read(bytes, keys));
  }

  private static Optional<MailToken> read(ByteBuffer bytes, CommentKeys keys) {
    int purpose = bytes.get();
    if (purpose < 0 || purpose >= Purpose.values().length) {
      return Optional.empty();
    }
    var token = new MailToken(Purpose.values()[purpose], Ids.read(bytes), Ids.read(bytes));
    var hash = Base64Url.next(bytes, HASH_BYTES);
    return keys.first(key ->
        MessageDigest.isEqual(hash, token.hash(key)) ? Optional.of(token) : Optional.empty());
  }

  private byte[] hash(KeyedHash key) {
    return key.bytes(HASH_BYTES, "mail", purpose.name(), first, second);
  }
}
