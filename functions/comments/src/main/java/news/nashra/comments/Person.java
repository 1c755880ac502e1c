package news.nashra.comments;

import java.util.Locale;
import news.nashra.core.KeyedHash;

/// Groups the comments of one person by a keyed hash of the email address.
public final class Person {
  private Person() {}

  /// Hashes an email address, ignoring case.
  public static String key(String email, KeyedHash hash) {
    return hash.base64Url("person", email.toLowerCase(Locale.ROOT));
  }
}
