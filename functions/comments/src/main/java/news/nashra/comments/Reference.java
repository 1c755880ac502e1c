package news.nashra.comments;

import java.nio.ByteBuffer;
import java.util.Base64;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;

/// What a reader holds of a comment: opaque, safe in a URL, and not to be guessed. It carries the
/// ids of article and comment under a keyed hash, so no index is needed to find the comment again.
final class Reference {
  private static final int HASH_BYTES = 10;

  private Reference() {}

  /// 56 characters of base64url.
  static String of(String articleId, String commentId, KeyedHash hash) {
    var bytes =
        ByteBuffer.allocate(2 * Ids.BYTES + HASH_BYTES)
            .put(Ids.bytes(articleId))
            .put(Ids.bytes(commentId))
            .put(hash.bytes(HASH_BYTES, "reference", articleId, commentId));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }
}
