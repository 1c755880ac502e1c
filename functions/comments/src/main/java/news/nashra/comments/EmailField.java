package news.nashra.comments;

import java.util.regex.Pattern;
import news.nashra.core.Text;
import news.nashra.core.http.Fields;

/// The field `email` of a request.
public final class EmailField {
  /// Addresses as browsers validate them in
  /// [`type=email`](https://html.spec.whatwg.org/#valid-e-mail-address), but with letters of any
  /// script, and with a dot in the domain.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}.!#$%&'*+/=?^_`{|}~-]+"
              + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?)+");

  private EmailField() {}

  /// Reads the address, without invisible characters, which come with a copied one. A missing or
  /// malformed one is an error in `fields`.
  public static String read(Fields fields) {
    var email = Text.withoutFormat(fields.requiredLine("email", CommentLimits.EMAIL));
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      fields.fault("email", "error.badEmail");
    }
    return email;
  }
}
