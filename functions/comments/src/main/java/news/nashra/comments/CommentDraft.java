package news.nashra.comments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Pattern;
import news.nashra.core.http.Fields;
import news.nashra.core.http.Problem;
import news.nashra.core.http.RefusedRequest;

/// A comment as a reader sends it, cleaned and within its limits.
///
/// @param baited whether the honeypot was filled: a field that people never see
record CommentDraft(String name, String email, String title, String body, boolean baited) {
  /// An address as browsers check it in
  /// [`type=email`](https://html.spec.whatwg.org/#valid-e-mail-address), with letters of any
  /// script, and a dot in the domain.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{M}.!#$%&'*+/=?^_`{|}~-]+"
              + "@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,62})"
              + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}-]{0,62}))+");

  /// Reads the fields of a JSON body; refused with 422 naming each field that is wrong.
  static CommentDraft read(ObjectNode body) {
    var fields = new Fields(body);
    var name = fields.requiredLine("name", CommentLimits.NAME);
    var email = fields.requiredLine("email", CommentLimits.EMAIL);
    var title = fields.requiredLine("title", CommentLimits.TITLE);
    var text = fields.requiredLines("body", CommentLimits.BODY);
    if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
      fields.fault("email", "error.badEmail");
    }
    if (!fields.flag("termsAccepted").orElse(false)) {
      fields.fault("termsAccepted", "error.terms");
    }
    fields.raw("altcha");
    var baited = fields.raw("website").filter(value -> !value.isEmpty()).isPresent();
    var faults = fields.faults();
    if (!faults.isEmpty()) {
      throw new RefusedRequest(Problem.invalid(faults));
    }
    return new CommentDraft(name, email, title, text, baited);
  }

  /// Reads the fields of an HTML form, where a ticked box sends `true`.
  static CommentDraft read(Map<String, String> form) {
    var body = JsonNodeFactory.instance.objectNode();
    form.forEach(body::put);
    if (form.containsKey("termsAccepted")) {
      body.put("termsAccepted", form.get("termsAccepted").equals("true"));
    }
    return read(body);
  }
}
