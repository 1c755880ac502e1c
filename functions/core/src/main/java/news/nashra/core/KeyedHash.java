package news.nashra.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hashes under the newsroom's secret key ([HMAC-SHA-256](https://www.rfc-editor.org/rfc/rfc2104)).
/// Without the key nobody can guess the input from a hash, or forge a hash.
///
/// Instances are thread-safe.
public final class KeyedHash {
  private static final int MIN_KEY_LENGTH = 32;

  private final SecretKeySpec key;

  /// @param key random text of at least 32 characters
  public KeyedHash(String key) {
    if (key.length() < MIN_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "the key needs at least " + MIN_KEY_LENGTH + " characters");
    }
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /// Returns the first 16 bytes of the hash as 22 characters of base64url. Hashes with different
  /// purposes never match.
  public String base64Url(String purpose, String... parts) {
    return Base64Url.write(bytes(16, purpose, parts));
  }

  /// Returns the first `length` bytes of the hash.
  public byte[] bytes(int length, String purpose, String... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(purpose.getBytes(StandardCharsets.UTF_8));
      for (var part : parts) {
        mac.update((byte) 0); // no text holds it: text is stripped of control characters
        mac.update(part.getBytes(StandardCharsets.UTF_8));
      }
      return Arrays.copyOf(mac.doFinal(), length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
