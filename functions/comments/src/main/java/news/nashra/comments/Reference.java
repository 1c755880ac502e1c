package news.nashra.comments;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import news.nashra.core.Base64Url;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;

/// A writer's reference to a comment: opaque, safe in URLs and impossible to guess. It contains the
/// ids of article and comment, protected by a keyed hash, so the comment is found without an index.
public record Reference(String articleId, String commentId) {
  private static final int HASH_BYTES = 10;
  private static final int BYTES = 2 * Ids.BYTES + HASH_BYTES;

  /// Returns 56 characters of base64url.
  public static String create(String articleId, String commentId, KeyedHash hash) {
    var bytes =
        ByteBuffer.allocate(BYTES)
            .put(Ids.toBytes(articleId))
            .put(Ids.toBytes(commentId))
            .put(new Reference(articleId, commentId).hash(hash));
    return Base64Url.write(bytes.array());
  }

  /// Returns the ids in a reference that was created with one of `keys`; empty if `text` is not one
  /// of our references.
  public static Optional<Reference> read(String text, CommentKeys keys) {
    return keys.first(key -> read(text, key));
  }

  /// Returns the ids in a reference that was created with `hash`; empty if `text` is none.
  public static Optional<Reference> read(String text, KeyedHash hash) {
    return Base64Url.read(text, BYTES).flatMap(bytes -> read(bytes, hash));
  }

  private static Optional<Reference> read(ByteBuffer bytes, KeyedHash hash) {
    var reference = new Reference(Ids.read(bytes), Ids.read(bytes));
    return MessageDigest.isEqual(Base64Url.next(bytes, HASH_BYTES), reference.hash(hash))
        ? Optional.of(reference)
        : Optional.empty();
  }

  private byte[] hash(KeyedHash key) {
    return key.bytes(HASH_BYTES, "reference", articleId, commentId);
  }
}
