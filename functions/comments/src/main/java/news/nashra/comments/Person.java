package news.nashra.comments;

import java.util.Locale;
import news.nashra.core.KeyedHash;

/// Whose comments belong together: a keyed hash of an email address, however it is capitalised.
public final class Person {
  private Person() {}

  public static String of(String email, KeyedHash hash) {
    return hash.of("person", email.toLowerCase(Locale.ROOT));
  }
}
