package news.nashra.comments;

import java.util.Locale;
import news.nashra.core.KeyedHash;

/// Whose comments belong together: a keyed hash of an email address, however it is capitalised.
public final class Person {
  private Person() {}

  public static String key(String email, KeyedHash hash) {
    return hash.base64Url("person", email.toLowerCase(Locale.ROOT));
  }
}
