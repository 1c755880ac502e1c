package news.nashra.comments;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;

/// A writer's reference to a comment: opaque, safe in URLs and impossible to guess. It contains the
/// ids of article and comment, protected by a keyed hash, so the comment is found without an index.
public record Reference(String articleId, String commentId) {
  private static final int HASH_BYTES = 10;

  /// Returns 56 characters of base64url.
  public static String create(String articleId, String commentId, KeyedHash hash) {
    var bytes =
        ByteBuffer.allocate(2 * Ids.BYTES + HASH_BYTES)
            .put(Ids.toBytes(articleId))
            .put(Ids.toBytes(commentId))
            .put(hash.bytes(HASH_BYTES, "reference", articleId, commentId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  /// Returns the ids in a reference that was created with one of `keys`; empty if `text` is not one
  /// of our references.
  public static Optional<Reference> read(String text, CommentKeys keys) {
    return keys.first(key -> read(text, key));
  }

  /// Returns the ids in a reference that was created with `hash`; empty if `text` is none.
  public static Optional<Reference> read(String text, KeyedHash hash) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (bytes.length != 2 * Ids.BYTES + HASH_BYTES) {
      return Optional.empty();
    }
    var articleId = Ids.fromBytes(Arrays.copyOfRange(bytes, 0, Ids.BYTES));
    var commentId = Ids.fromBytes(Arrays.copyOfRange(bytes, Ids.BYTES, 2 * Ids.BYTES));
    return MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, 2 * Ids.BYTES, bytes.length),
            hash.bytes(HASH_BYTES, "reference", articleId, commentId))
        ? Optional.of(new Reference(articleId, commentId))
        : Optional.empty();
  }
}
