package news.nashra.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Fingerprints that tell whether two byte sequences are equal.
public final class Sha256 {
  private Sha256() {}

  /// The first `bytes` bytes of the SHA-256 of all parts in order, in hexadecimal.
  public static String hex(int bytes, byte[]... parts) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        sha.update(part);
      }
      return HexFormat.of().formatHex(sha.digest(), 0, bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
