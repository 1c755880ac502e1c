package news.nashra.comments.submit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.pages.CommentForm;
import news.nashra.comments.pages.CommentFormView;
import news.nashra.comments.pages.CommentText;
import news.nashra.comments.proof.Proof;
import news.nashra.comments.proof.Questions;
import news.nashra.comments.screening.Candidate;
import news.nashra.comments.screening.Screening;
import news.nashra.core.Text;
import news.nashra.core.http.RefusedRequest;
import news.nashra.site.Edition;
import news.nashra.site.Messages;
import news.nashra.site.Site;
import news.nashra.testing.HostileText;
import news.nashra.testing.MovableClock;
import news.nashra.testing.ProcessorTime;
import org.junit.jupiter.api.Test;

/// Comments that are made to keep the function busy.
class HostileCommentTest {
  private static final int COMMENT_BYTES = 32 * 1024;
  private static final int RETURNED_BYTES = 64 * 1024;
  private static final List<String> FIELDS =
      List.of("name", "email", "title", "body", "website", "altcha");

  @Test
  void everyFormIsReadInLittleTime() {
    HostileText.ofBytes(COMMENT_BYTES)
        .forEach((name, text) -> {
          for (var field : FIELDS) {
            ProcessorTime.assertLittle(field + ": " + name, () -> read(form(field, text)));
          }
          ProcessorTime.assertLittle("unknown field: " + name, () -> read(Map.of(text, text)));
        });
  }

  @Test
  void everyTextThatFitsIsScreenedInLittleTime() {
    var screening = Screening.ofEdition();
    HostileText.ofBytes(COMMENT_BYTES)
        .forEach((name, sent) -> {
          var cleaned = Text.lines(sent, 2000);
          var text = Text.fits(cleaned, 2000) ? cleaned : Text.shorten(cleaned, 2000);
          ProcessorTime.assertLittle(name, () -> screening.screen(candidate(text)));
          ProcessorTime.assertLittle(name, () -> CommentText.blocks(text));
        });
  }

  @Test
  void everyAnswerToAQuestionIsReadInLittleTime() {
    var questions =
        new Questions(
            () -> CommentsTable.KEYS, Messages.load("ar"), new MovableClock(CommentsTable.NOW));
    var token = questions.ask(CommentsTable.ARTICLE).token();
    HostileText.ofBytes(COMMENT_BYTES)
        .forEach((name, text) -> {
          for (var answer : List.of(text, "5" + text + "x")) {
            ProcessorTime.assertLittle(
                name, () -> questions.check(new Proof.Words(token, answer), CommentsTable.ARTICLE));
          }
        });
  }

  @Test
  void everyFormIsShownAgainInLittleTime() {
    var form = new CommentForm(Site.of(Edition.load(), "https://x.example"));
    HostileText.ofBytes(RETURNED_BYTES)
        .forEach((name, text) ->
            ProcessorTime.assertLittle(
                name,
                () -> {
                  var view =
                      new CommentFormView("id", true, Map.of("body", Text.typed(text)), Map.of());
                  form.refusal("", "/", view, "title", "detail");
                }));
  }

  private static Candidate candidate(String text) {
    return new Candidate(
        CommentsTable.ARTICLE, "person", CommentsTable.NOW, "Salma", "Title", text, "");
  }

  private static Map<String, String> form(String field, String text) {
    var form = new LinkedHashMap<String, String>();
    FIELDS.forEach(name -> form.put(name, "salma@example.org"));
    form.put(field, text);
    return form;
  }

  private static void read(Map<String, String> form) {
    try {
      new CommentDraftReader(false).readForm(form);
    } catch (RefusedRequest e) {
      // as it should be
    }
  }
}
