package news.nashra.comments.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import news.nashra.core.aws.Aws;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/// Sends mail by the
/// [SendEmail](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html) of SES,
/// which encodes the subject and the text. SES tracks nothing, because no configuration set is
/// named. Thread-safe.
final class SesMailer implements Mailer {
  private static final String UTF_8 = "UTF-8";

  /// The most bytes of UTF-8 in one [encoded
  /// word](https://www.rfc-editor.org/rfc/rfc2047#section-2).
  private static final int MAX_WORD_BYTES = 45;

  private final SesV2Client ses;
  private final String from;

  private SesMailer(SesV2Client ses, String from) {
    this.ses = ses;
    this.from = from;
  }

  /// @param name of the newspaper
  /// @param address from which it writes
  static SesMailer of(Aws aws, String name, String address) {
    var client = aws.configure(SesV2Client.builder(), "AWS_ENDPOINT_URL_SESV2").build();
    return new SesMailer(client, encoded(name) + " <" + address + ">");
  }

  /// The messages of SES quote addresses, so none is passed on.
  @Override
  public boolean send(Letter letter) {
    try {
      ses.sendEmail(request(letter));
      return true;
    } catch (BadRequestException e) {
      return false; // such as an address that is none
    } catch (SesV2Exception e) {
      var details = e.awsErrorDetails();
      var code = details == null ? "" : details.errorCode();
      throw new IllegalStateException("SES answers " + e.statusCode() + " " + code);
    }
  }

  private SendEmailRequest request(Letter letter) {
    return SendEmailRequest.builder()
        .fromEmailAddress(from)
        .destination(d -> d.toAddresses(letter.to()))
        .content(c ->
            c.simple(m ->
                m.subject(s -> s.charset(UTF_8).data(letter.subject()))
                    .body(b -> b.text(t -> t.charset(UTF_8).data(letter.text())))
                    .headers(headers(letter))))
        .build();
  }

  private static List<MessageHeader> headers(Letter letter) {
    var headers = new ArrayList<MessageHeader>();
    // https://www.rfc-editor.org/rfc/rfc3834#section-5: nobody's absence is answered.
    headers.add(header("Auto-Submitted", "auto-generated"));
    letter
        .unsubscribe()
        .ifPresent(address -> {
          headers.add(header("List-Unsubscribe", "<" + address + ">"));
          headers.add(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        });
    return headers;
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  /// A name as [SES wants
  /// it](https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html) before an
  /// address: in encoded words.
  static String encoded(String name) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    name.codePoints()
        .forEach(c -> {
          var letter = Character.toString(c);
          if (bytes(word + letter).length > MAX_WORD_BYTES) {
            words.add(word.toString());
            word.setLength(0);
          }
          word.append(letter);
        });
    words.add(word.toString());
    return String.join(
        " ",
        words.stream()
            .map(w -> "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(w)) + "?=")
            .toList());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
