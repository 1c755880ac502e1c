package news.nashra.comments;

import java.util.List;
import java.util.Locale;
import news.nashra.core.KeyedHash;

/// Groups the comments of one person by a keyed hash of the email address.
public final class Person {
  private Person() {}

  /// The hashes of an email address under each of the keys, ignoring case.
  public static List<String> keys(String email, CommentKeys keys) {
    return keys.all().stream().map(hash -> key(email, hash)).toList();
  }

  /// Hashes an email address, ignoring case.
  public static String key(String email, KeyedHash hash) {
    return hash.base64Url("person", email.toLowerCase(Locale.ROOT));
  }
}
