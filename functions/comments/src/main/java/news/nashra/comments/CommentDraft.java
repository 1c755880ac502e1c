package news.nashra.comments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;

/// A comment as a reader sends it, cleaned and within its limits.
///
/// @param bait what stands in the honeypot, a field that people never see
record CommentDraft(
    String name, String email, String title, String body, String bait, Proof proof) {
  /// An address as browsers check it in
  /// [`type=email`](https://html.spec.whatwg.org/#valid-e-mail-address), with letters of any
  /// script, and a dot in the domain.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}.!#$%&'*+/=?^_`{|}~-]+"
              + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,61}[\\p{L}\\p{N}\\p{M}])?)+");

  /// Reads the fields of a JSON body; refused with 422 naming each field that is wrong.
  static CommentDraft read(ObjectNode body) {
    return read(body, false);
  }

  private static CommentDraft read(ObjectNode body, boolean form) {
    var fields = new Fields(body);
    var name = fields.requiredLine("name", CommentLimits.NAME);
    var email = email(fields);
    var title = fields.requiredLine("title", CommentLimits.TITLE);
    var text = fields.requiredLines("body", CommentLimits.BODY);
    if (!fields.flag("termsAccepted").orElse(false)) {
      fields.fault("termsAccepted", "error.terms");
    }
    var bait = fields.raw("website").orElse("");
    var proof = proof(fields, form);
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      throw new RefusedRequest(Problem.invalid(faults));
    }
    return new CommentDraft(name, email, title, text, bait, proof);
  }

  /// Reads the fields of an HTML form, where a ticked box sends `true`.
  static CommentDraft read(Map<String, String> form) {
    var body = JsonNodeFactory.instance.objectNode();
    form.forEach(body::put);
    if (form.containsKey("termsAccepted")) {
      body.put("termsAccepted", form.get("termsAccepted").equals("true"));
    }
    return read(body, true);
  }

  /// Reads the field `email`, in which an address has to stand.
  static String email(Fields fields) {
    var email = fields.requiredLine("email", CommentLimits.EMAIL);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      fields.fault("email", "error.badEmail");
    }
    return email;
  }

  private static Proof proof(Fields fields, boolean form) {
    var payload = fields.raw("altcha").filter(text -> !text.isBlank());
    var question = form ? fields.raw("question") : Optional.<String>empty();
    var answer = form ? fields.raw("answer") : Optional.<String>empty();
    if (payload.isPresent()) {
      return new Proof.Work(payload.get());
    }
    return question
        .<Proof>map(token -> new Proof.Words(token, answer.orElse("")))
        .orElse(new Proof.None());
  }
}
