package news.nashra.core;

import java.util.regex.Pattern;

/// Addresses as browsers validate them in
/// [`type=email`](https://html.spec.whatwg.org/#valid-e-mail-address), but with letters of any
/// script, and with a dot in the domain.
public final class EmailAddress {
  private static final Pattern WELL_FORMED =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}.!#$%&'*+/=?^_`{|}~-]+"
              + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?)+");

  private EmailAddress() {}

  public static boolean isWellFormed(String address) {
    return WELL_FORMED.matcher(address).matches();
  }
}
