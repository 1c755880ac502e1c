package news.nashra.comments.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import news.nashra.comments.CommentThread;
import news.nashra.comments.ShownComment;
import news.nashra.comments.ShownReply;
import news.nashra.comments.proof.Question;
import news.nashra.site.CommentPolicy;
import news.nashra.site.Edition;
import news.nashra.site.Head;
import news.nashra.site.Site;
import news.nashra.site.Templates;
import news.nashra.testing.GoldenFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages of a discussion beside the article's own, in each language.
class CommentPagesTest {
  private static final Instant AT = Instant.parse("2026-02-23T18:26:00Z");
  private static final String PATH = "/2026/02/23/x/";
  private static final String ARTICLE = "01KJ5Y3R8000000000000000A1";
  private static final String HEADLINE = "القطار 7 يصل إلى Bab Doukkala";
  private static final CommentThread THREAD =
      new CommentThread(ARTICLE, PATH, HEADLINE, true, false, Optional.empty(), Optional.empty());

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void olderCommentsAreAsTheyAreMeantToBe(String language) {
    var comments = IntStream.range(0, 120).mapToObj(CommentPagesTest::comment).toList();
    var page =
        new CommentSection(site(language)).olderPage(HEADLINE, PATH, new Discussion(comments), 1);
    check("older-comments." + language, page);
  }

  @Test
  void aPageOfCommentsIsAsOldAsItsNewestReply() {
    var edited = AT.plus(Duration.ofDays(90));
    var reply = new ShownReply("غدا.", AT.plusSeconds(60), Optional.of(edited));
    var late = new ShownComment("a", "C1", "قارئة", "سؤال", "متى؟", AT, Optional.of(reply));
    assertThat(late.changedAt()).isEqualTo(edited);
    assertThat(comment(7).changedAt()).isEqualTo(comment(7).submittedAt());
    var page =
        new CommentSection(site("en")).olderPage(HEADLINE, PATH, new Discussion(List.of(late)), 1);
    assertThat(new String(page, StandardCharsets.UTF_8)).contains("2026-05-24T18:26:00Z");
  }

  /// What a reader is told at once is true for each order of reading and showing.
  @ParameterizedTest
  @CsvSource({
    "before, An editor will read it before it is published",
    "after, It appears here in a moment"
  })
  void theThanksSayWhenACommentAppears(String moderation, String thanks) {
    var e = site("en").edition();
    var policy = new CommentPolicy(true, moderation, 0, "1", "");
    var edition =
        new Edition(e.masthead(), e.region(), e.sections(), policy, e.feeds(), e.imprint());
    var form = new CommentForm(Site.of(edition, "https://news.example"));
    var html = new StringOutput();
    form.render(CommentFormView.empty(ARTICLE, true)).writeTo(html);
    assertThat(html.toString()).contains(thanks);
  }

  /// Each field has something wrong; what was written is still there.
  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aRefusedFormIsAsItIsMeantToBe(String language) {
    var site = site(language);
    var messages = site.messages();
    var wrong =
        Map.of(
            "name", messages.get("error.required"),
            "email", messages.get("error.badEmail"),
            "body", messages.get("error.tooLong", 2000),
            "termsAccepted", messages.get("error.terms"));
    var written =
        Map.of("email", "reader@", "title", "رأي", "body", "كلمة <b>كلمة</b> ".repeat(30));
    var view = new CommentFormView(ARTICLE, true, written, wrong);
    var page =
        new CommentForm(site)
            .refusal(
                HEADLINE,
                PATH,
                view,
                messages.get("comments.faulty"),
                messages.get("problem.422.detail"));
    check("refused-comment." + language, page);
  }

  /// The step of a reader whose browser runs no script.
  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void aQuestionIsAsItIsMeantToBe(String language) {
    var site = site(language);
    var written =
        Map.of(
            "name",
            "قارئة",
            "email",
            "r@example.com",
            "title",
            "رأي",
            "body",
            "كلمة",
            "termsAccepted",
            "true");
    var question = new Question("signed", site.messages().get("question.sum", 3, 4));
    var view = new CommentFormView(ARTICLE, true, written, Map.of()).asking(question);
    check("question." + language, new CommentForm(site).secondStep(THREAD, view));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar", "en", "fr"})
  void whatBecameOfACommentIsAsItIsMeantToBe(String language) {
    var site = site(language);
    var outcome =
        new CommentOutcome(
            "kq3V0-aXv9y2Qm7Zr1LwT8sBn5cD4eFgHjKp6uYxWoI",
            "published",
            Optional.of(THREAD),
            Optional.of(PATH + "#comment-C1"));
    var title = site.messages().get("comments.status");
    var templates = new Templates("news.nashra.comments.pages");
    var page =
        site.page(
            Head.of(title, title, "/api/comments/x", Optional.empty()).unindexed(),
            templates.part("status.jte", Map.of("site", site, "status", outcome)));
    check("status." + language, page);
  }

  private static ShownComment comment(int n) {
    var at = AT.plusSeconds(60L * n);
    var reply =
        n % 7 == 0
            ? Optional.of(new ShownReply("غدا.\nTomorrow, at 9.", at, Optional.empty()))
            : Optional.<ShownReply>empty();
    return new ShownComment(
        "a",
        "C" + n,
        n % 2 == 0 ? "قارئة" : "Karim T.",
        n % 2 == 0 ? "سؤال" : "Question",
        n % 3 == 0 ? "كم تكلفة <b>الخط</b>؟ ومن يدفعها؟" : "When will it open? متى؟",
        at,
        reply);
  }

  private static void check(String name, byte[] page) {
    GoldenFiles.check(name + ".html", new String(page, StandardCharsets.UTF_8));
  }

  private static Site site(String language) {
    var e = Edition.load();
    var region =
        new Edition.Region(
            language, "MA", e.timeZone(), List.of(Locale.of(language)), Edition.Clock.GMT);
    var edition =
        new Edition(e.masthead(), region, e.sections(), e.comments(), e.feeds(), e.imprint());
    return Site.of(edition, "https://news.example");
  }
}
