package news.nashra.comments;

import news.nashra.core.EmailAddress;
import news.nashra.core.Text;
import news.nashra.core.http.Fields;

/// The field `email` of a request.
public final class EmailField {
  private EmailField() {}

  /// Reads the address, without invisible characters, which come with a copied one. A missing or
  /// malformed one is an error in `fields`.
  public static String read(Fields fields) {
    var email = Text.withoutFormat(fields.requiredLine("email", CommentLimits.EMAIL));
    if (!email.isEmpty() && !EmailAddress.isWellFormed(email)) {
      fields.fault("email", "error.badEmail");
    }
    return email;
  }
}
