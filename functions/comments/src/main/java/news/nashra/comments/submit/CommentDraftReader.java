package news.nashra.comments.submit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.CommentLimits;
import news.nashra.comments.EmailField;
import news.nashra.comments.proof.Proof;
import news.nashra.core.http.Fields;

/// Reads comments from request bodies. Refuses with 422, naming each field that is wrong.
///
/// @param mail whether a reader may ask for a mail. If not, the field `notify` is unknown in JSON.
///   A form may still have it, from a page of before.
record CommentDraftReader(boolean mail) {
  /// Reads the fields of a JSON body.
  CommentDraft readJson(ObjectNode body) {
    return read(body, false);
  }

  /// Reads the fields of an HTML form, where a ticked box sends `true`.
  CommentDraft readForm(Map<String, String> form) {
    var body = JsonNodeFactory.instance.objectNode();
    form.forEach(body::put);
    for (var box : List.of("termsAccepted", "notify")) {
      if (form.containsKey(box)) {
        body.put(box, form.get(box).equals("true"));
      }
    }
    return read(body, true);
  }

  private CommentDraft read(ObjectNode body, boolean form) {
    var fields = new Fields(body);
    var name = fields.requiredLine("name", CommentLimits.NAME);
    var email = EmailField.read(fields);
    var title = fields.requiredLine("title", CommentLimits.TITLE);
    var text = fields.requiredLines("body", CommentLimits.BODY);
    // One of another type has its error already.
    boolean missing = !fields.has("termsAccepted");
    if (missing || fields.flag("termsAccepted").filter(agreed -> !agreed).isPresent()) {
      fields.fault("termsAccepted", "error.terms");
    }
    var honeypot = fields.raw("website").orElse("");
    boolean notify = (mail || form) && fields.flag("notify").orElse(false);
    var proof = proof(fields, form);
    fields.refuseFaults();
    return new CommentDraft(name, email, title, text, honeypot, mail && notify, proof);
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
