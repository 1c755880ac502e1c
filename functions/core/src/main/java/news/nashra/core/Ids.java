package news.nashra.core;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Makes [ULIDs](https://github.com/ulid/spec): 26 characters of Crockford's base 32, 48 bits of
/// milliseconds before 80 random bits, so that later ids sort later. Made at call time only: a
/// snapshot of a function is cloned, and a stored random state would be cloned with it.
public final class Ids implements Supplier<String> {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  /// The size of an id in binary.
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

  /// The id of 128 bits, as [#toBytes] gives them.
  public static String fromBytes(byte[] bytes) {
    return encode(new BigInteger(1, bytes));
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

  /// When a well-formed id was made, to the millisecond.
  public static Instant instant(String id) {
    return Instant.ofEpochMilli(new BigInteger(1, toBytes(id)).shiftRight(80).longValueExact());
  }

  /// Whether `text` has the shape of an id, as it is written by [#get()].
  public static boolean wellFormed(String text) {
    return text.length() == 26
        && SHAPE.matcher(text.toUpperCase(Locale.ROOT)).matches()
        && text.equals(text.toUpperCase(Locale.ROOT));
  }
}
