package news.nashra.comments;

import java.util.regex.Pattern;
import news.nashra.core.http.Fields;

/// The field `email` of a request.
public final class EmailField {
  /// An address as browsers check it in
  /// [`type=email`](https://html.spec.whatwg.org/#valid-e-mail-address), with letters of any
  /// script, and a dot in the domain.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}.!#$%&'*+/=?^_`{|}~-]+"
              + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?)+");

  private EmailField() {}

  /// Reads the address; a missing or malformed one is a fault of `fields`.
  public static String read(Fields fields) {
    var email = fields.requiredLine("email", CommentLimits.EMAIL);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      fields.fault("email", "error.badEmail");
    }
    return email;
  }
}
