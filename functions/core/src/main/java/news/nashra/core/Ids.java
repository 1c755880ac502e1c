package news.nashra.core;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Creates [ULIDs](https://github.com/ulid/spec): 26 characters of Crockford's base 32 that hold 48
/// bits of milliseconds and 80 random bits, so that ids sort by the time of their creation.
///
/// Thread-safe. No random state is kept between calls: Lambda clones a function's snapshot, and
/// would clone that state with it.
public final class Ids implements Supplier<String> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  /// The size of an id in binary form.
  public static final int BYTES = 16;

  private static final BigInteger RADIX = BigInteger.valueOf(32);

  private final InstantSource clock;

  public Ids(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public String get() {
    var random = new byte[10];
    new SecureRandom().nextBytes(random);
    return encode(BigInteger.valueOf(clock.millis()).shiftLeft(80).or(new BigInteger(1, random)));
  }

  /// Encodes 128 bits as an id; the inverse of [#toBytes].
  public static String fromBytes(byte[] bytes) {
    return encode(new BigInteger(1, bytes));
  }

  /// Encodes the next 128 bits of `bytes` as an id.
  public static String read(ByteBuffer bytes) {
    return fromBytes(Base64Url.next(bytes, BYTES));
  }

  private static String encode(BigInteger bits) {
    var value = bits;
    var digits = new char[26];
    for (int i = 25; i >= 0; i--) {
      var parts = value.divideAndRemainder(RADIX);
      digits[i] = ALPHABET.charAt(parts[1].intValue());
      value = parts[0];
    }
    return new String(digits);
  }

  /// The 128 bits of a well-formed id.
  public static byte[] toBytes(String id) {
    var value = BigInteger.ZERO;
    for (int i = 0; i < id.length(); i++) {
      value = value.multiply(RADIX).add(BigInteger.valueOf(ALPHABET.indexOf(id.charAt(i))));
    }
    var bytes = new byte[BYTES];
    var digits = value.toByteArray(); // one byte longer when the first bit is set
    int length = Math.min(digits.length, BYTES);
    System.arraycopy(digits, digits.length - length, bytes, BYTES - length, length);
    return bytes;
  }

  /// The time when a well-formed id was created, to the millisecond.
  public static Instant instant(String id) {
    return Instant.ofEpochMilli(new BigInteger(1, toBytes(id)).shiftRight(80).longValueExact());
  }

  /// Whether `text` has the form of an id that [#get()] returns.
  public static boolean wellFormed(String text) {
    return text.length() == 26
        && SHAPE.matcher(text.toUpperCase(Locale.ROOT)).matches()
        && text.equals(text.toUpperCase(Locale.ROOT));
  }
}
