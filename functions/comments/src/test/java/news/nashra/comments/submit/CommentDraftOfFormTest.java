package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import news.nashra.comments.proof.Proof;
import news.nashra.core.FieldError;
import news.nashra.core.http.RefusedRequest;
import org.junit.jupiter.api.Test;

class CommentDraftOfFormTest {
  @Test
  void aFormMayAnswerAQuestion() {
    var form = form();
    form.put("question", "token");
    form.put("answer", "5");
    assertThat(new CommentDraftReader(false).readForm(form).proof())
        .isEqualTo(new Proof.Words("token", "5"));
  }

  @Test
  void aFormWithoutProofIsRead() {
    assertThat(new CommentDraftReader(false).readForm(form()).proof()).isEqualTo(new Proof.None());
    var filled = form();
    filled.put("altcha", " ");
    filled.put("website", " http://spam.example ");
    assertThat(new CommentDraftReader(false).readForm(filled).proof()).isEqualTo(new Proof.None());
    assertThat(new CommentDraftReader(false).readForm(filled).honeypot())
        .isEqualTo(" http://spam.example ");
  }

  @Test
  void anUntickedBoxDoesNotAcceptTheTerms() {
    var form = form();
    form.put("termsAccepted", "on");
    var refused =
        catchThrowableOfType(
            RefusedRequest.class, () -> new CommentDraftReader(false).readForm(form));
    assertThat(refused.problem().errors())
        .containsExactly(FieldError.of("termsAccepted", "error.terms"));
  }

  private static Map<String, String> form() {
    return new LinkedHashMap<>(
        Map.of(
            "name", "سلمى",
            "email", "salma@example.org",
            "title", "رأي",
            "body", "نص",
            "termsAccepted", "true"));
  }
}
