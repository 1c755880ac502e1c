package news.nashra.comments.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import news.nashra.comments.proof.Proof;
import news.nashra.core.FieldError;
import news.nashra.core.http.Json;
import news.nashra.core.http.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentDraftReaderTest {
  /// Eleven code points that readers see as one.
  private static final String FAMILY = "👩🏽‍👩🏽‍👧🏽‍👦🏽";

  @Test
  void aCommentIsRead() {
    assertThat(new CommentDraftReader(false).readJson(comment()))
        .isEqualTo(
            new CommentDraft(
                "سلمى",
                "salma@example.org",
                "رأي",
                "سطر\nوسطر",
                "",
                false,
                new Proof.Work("e30=")));
  }

  @Test
  void withoutMailTheTickIsUnknownInJsonAndIgnoredInAForm() {
    var ticked = comment().put("notify", true);
    assertThat(new CommentDraftReader(true).readJson(ticked).wantsMail()).isTrue();
    assertThat(new CommentDraftReader(true).readJson(comment()).wantsMail()).isFalse();
    var refused =
        catchThrowableOfType(
            RefusedRequest.class, () -> new CommentDraftReader(false).readJson(ticked));
    assertThat(refused.problem().errors())
        .containsExactly(FieldError.of("notify", "error.unknownField"));
    var form = new HashMap<String, String>();
    comment().properties().forEach(field -> form.put(field.getKey(), field.getValue().asText()));
    form.put("notify", "true");
    assertThat(new CommentDraftReader(true).readForm(form).wantsMail()).isTrue();
    assertThat(new CommentDraftReader(false).readForm(form).wantsMail()).isFalse();
  }

  @Test
  void textIsCleaned() {
    var draft =
        new CommentDraftReader(false)
            .readJson(
                comment()
                    .put("name", "  سل\u202Eمى\u0000 \n العلي\u2069 ")
                    .put("email", " salma@example.org\uFEFF ")
                    .put("title", "ر\u0007أ\u2066ي\tجديد")
                    .put("body", "\r\n أول\u202A \r\n\r\n\r\n\r\nثان\u0085ثالث\uFFFE "));
    assertThat(draft.name()).isEqualTo("سلمى العلي");
    assertThat(draft.email()).isEqualTo("salma@example.org");
    assertThat(draft.title()).isEqualTo("رأي جديد");
    assertThat(draft.body()).isEqualTo("أول\n\nثان\nثالث");
  }

  @ParameterizedTest
  @CsvSource({"name,60", "title,120", "body,2000"})
  void limitsAreCountedInGraphemes(String field, int limit) {
    assertThat(new CommentDraftReader(false).readJson(comment().put(field, "مُ".repeat(limit))))
        .isNotNull();
    assertThat(new CommentDraftReader(false).readJson(comment().put(field, FAMILY.repeat(limit))))
        .isNotNull();
    assertThat(faults(comment().put(field, "م".repeat(limit + 1))))
        .containsExactly(FieldError.of(field, "error.tooLong", limit));
    assertThat(faults(comment().put(field, FAMILY.repeat(limit + 1))))
        .containsExactly(FieldError.of(field, "error.tooLong", limit));
  }

  @Test
  void theLongestEmailAddressIsAccepted() {
    var domain = "@" + "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(58) + ".org";
    var longest = "s".repeat(254 - domain.length()) + domain;
    assertThat(new CommentDraftReader(false).readJson(comment().put("email", longest)).email())
        .isEqualTo(longest);
    assertThat(faults(comment().put("email", "s" + longest)))
        .containsExactly(FieldError.of("email", "error.tooLong", 254));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "email", "title", "body"})
  void eachFieldIsRequired(String field) {
    var required = FieldError.of(field, "error.required");
    assertThat(faults(comment().put(field, " \n\u200B\u3164"))).containsExactly(required);
    assertThat(faults(comment().putNull(field))).containsExactly(required);
    assertThat(faults(comment().without(List.of(field)))).containsExactly(required);
    assertThat(faults(comment().put(field, 1)))
        .containsExactly(FieldError.of(field, "error.wrongType.text"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s@example.org",
        "s.a+news@mail.example.co.uk",
        "o'neil@example.org",
        "سلمى@مثال.إختبار",
        "é@exämple.fr",
        "1@2.3"
      })
  void anEmailAddressMayUseAnyScript(String email) {
    assertThat(new CommentDraftReader(false).readJson(comment().put("email", email)).email())
        .isEqualTo(email);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s",
        "s@",
        "@example.org",
        "s@example",
        "s@.org",
        "s@example..org",
        "s@example.org.",
        "s@-example.org",
        "s a@example.org",
        "s@a@example.org",
        "s@example.org,t@example.org",
        "<s@example.org>",
        "s@[198.51.100.1]",
        "s@exam_ple.org",
        "s@example-.org",
        "s@example.org-"
      })
  void aMalformedEmailAddressIsRefused(String email) {
    assertThat(faults(comment().put("email", email)))
        .containsExactly(FieldError.of("email", "error.badEmail"));
  }

  @Test
  void theTermsMustBeAccepted() {
    var terms = FieldError.of("termsAccepted", "error.terms");
    assertThat(faults(comment().put("termsAccepted", false))).containsExactly(terms);
    assertThat(faults(comment().without(List.of("termsAccepted")))).containsExactly(terms);
    assertThat(faults(comment().put("termsAccepted", "true")))
        .containsExactly(FieldError.of("termsAccepted", "error.wrongType.flag"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertThat(faults(comment().put("name", "").put("email", "s").put("admin", true)))
        .containsExactly(
            FieldError.of("name", "error.required"),
            FieldError.of("email", "error.badEmail"),
            FieldError.of("admin", "error.unknownField"));
  }

  @Test
  void onlyAFormAnswersQuestions() {
    assertThat(faults(comment().put("question", "token").put("answer", "5")))
        .containsExactly(
            FieldError.of("question", "error.unknownField"),
            FieldError.of("answer", "error.unknownField"));
  }

  private static List<FieldError> faults(ObjectNode body) {
    var refused =
        catchThrowableOfType(
            RefusedRequest.class, () -> new CommentDraftReader(false).readJson(body));
    assertThat(refused).hasMessage("422 problem.422.detail");
    return refused.problem().errors();
  }

  private static ObjectNode comment() {
    return (ObjectNode)
        Json.read(
            """
            {"name": "سلمى", "email": "salma@example.org", "title": "رأي", "body": "سطر\\nوسطر",
             "termsAccepted": true, "altcha": "e30="}\
            """);
  }
}
