package news.nashra.core;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;

/// Bytes as text that needs no encoding in addresses:
/// [base64url](https://www.rfc-editor.org/rfc/rfc4648#section-5) without padding.
public final class Base64Url {
  private Base64Url() {}

  public static String write(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The bytes of a text from outside, to be read from the first on; empty unless there are
  /// `length` of them and [#write] gives this very text. Other texts decode to the same bytes (with
  /// padding, or with other bits after the last byte): no signed link has a second spelling.
  public static Optional<ByteBuffer> read(String text, int length) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(text))
          .filter(bytes -> bytes.length == length && write(bytes).equals(text))
          .map(ByteBuffer::wrap);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// The next `length` of `bytes`.
  public static byte[] next(ByteBuffer bytes, int length) {
    var next = new byte[length];
    bytes.get(next);
    return next;
  }
}
