package news.nashra.comments.mail;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/// Addresses as [SES takes
/// them](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Destination.html): ASCII before
/// the `@`, and a domain in Punycode.
public final class MailAddress {
  private static final int MAX_LOCAL_LENGTH = 64;

  /// What stands [before the `@`](https://www.rfc-editor.org/rfc/rfc5322#section-3.2.3): words with
  /// single dots between them.
  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

  private MailAddress() {}

  /// The address to send to; empty for one that SES does not take.
  public static Optional<String> find(String email) {
    int at = email.lastIndexOf('@');
    var local = email.substring(0, at);
    if (local.length() > MAX_LOCAL_LENGTH || !LOCAL.matcher(local).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(local + "@" + IDN.toASCII(email.substring(at + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
