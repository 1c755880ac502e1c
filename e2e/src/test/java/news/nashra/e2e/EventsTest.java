package news.nashra.e2e;

import static news.nashra.e2e.Newspaper.article;
import static news.nashra.e2e.Newspaper.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The samples of `events/`, handed to the built functions.
class EventsTest {
  @ParameterizedTest
  @CsvSource({
    "PublishArticle,publish-article,201",
    "PublishArticle,revise-article,404",
    "PublishArticle,preview-article,200",
    "PublishArticle,withdraw-article,404",
    "PublishArticle,restore-article,404",
    "PublishArticle,duplicate-article,404",
    "PublishArticle,delete-draft,404",
    "ReadArticles,read-articles,200",
    "ReadArticles,read-article,404",
    "ReadArticles,list-revisions,404",
    "ReadArticles,read-revision,404",
    "CheckArticle,check-article,200",
    "CheckArticle,clean-body,200",
    "EditAuthors,write-author,201",
    "EditLive,add-entry,404",
    "EditLive,list-entries,404",
    "EditLive,revise-entry,404",
    "EditLive,remove-entry,404",
    "EditAuthors,list-authors,200",
    "EditAuthors,read-author,404",
    "EditWorkingCopy,read-working-copy,404",
    "EditWorkingCopy,save-working-copy,404",
    "EditWorkingCopy,delete-working-copy,204",
    "EditWorkingCopy,mark-open,404",
    "EditWorkingCopy,mark-closed,204",
    "PreviewLinks,make-preview-link,404",
    "PreviewLinks,revoke-preview-links,404",
    "PreviewLinks,show-preview,404",
    "ReadEdition,read-edition,200",
    "SubmitComment,submit-comment,422",
    "SubmitComment,submit-comment-form,404",
    "SubmitComment,comment-challenge,200",
    "SubmitComment,comment-status,404",
    "SubmitComment,ask-to-confirm-mail,404",
    "SubmitComment,confirm-mail,404",
    "SubmitComment,ask-to-stop-mail,404",
    "SubmitComment,stop-mail,404",
    "ModerateComments,read-digest,200",
    "ModerateComments,ask-for-digest,202",
    "ModerateComments,end-digest,204",
    "ModerateComments,moderate-comments,200",
    "ModerateComments,moderate-comments-decisions,200",
    "ModerateComments,moderate-comments-erasure,200",
    "ModerateComments,read-comment-policy,200",
    "ModerateComments,set-comment-policy,200",
    "ModerateComments,moderate-comments-person,404",
    "ModerateComments,list-bans,200",
    "ModerateComments,ban-sender,422",
    "ModerateComments,lift-ban,404",
    "ModerateComments,reply-to-comment,404",
    "ModerateComments,edit-reply,404",
    "ModerateComments,withdraw-reply,404",
    "UploadMedia,upload-media,201",
    "UploadMedia,list-media,200",
    "UploadMedia,read-media,404",
    "RebuildHomepage,rebuild-homepage,200",
    "RebuildHomepage,read-lead,200",
    "RebuildHomepage,pin-lead,200",
    "RebuildHomepage,read-breaking,404",
    "RebuildHomepage,write-breaking,422", // its time is over
    "RebuildHomepage,end-breaking,204",
    "MissingPage,missing-page,404"
  })
  void anHttpEventIsAnswered(String function, String event, int status) throws IOException {
    assertThat(invoke(function, event).path("statusCode").asInt()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "RebuildHomepage,rebuild-homepage-schedule",
    "RebuildHomepage,rebuild-homepage-stream",
    "SendMail,send-mail",
    "PressArticles,press-articles",
    "PressArticles,press-articles-comments",
    "PressArticles,press-articles-live"
  })
  void aStreamOrScheduleLeavesNoFailure(String function, String event) throws IOException {
    var answer = invoke(function, event);
    assertThat(answer.has("batchItemFailures")).isTrue();
    assertThat(answer.path("batchItemFailures")).isEmpty();
  }

  @Test
  void theMinutesClockPressesOnceMoreWhatIsDue() throws IOException {
    assertThat(invoke("PressArticles", "press-articles-schedule").path("pressed").isInt()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"release-scheduled", "release-scheduled-article"})
  void theMinutesClockReleasesWhatIsDue(String event) throws IOException {
    assertThat(invoke("ReleaseScheduled", event).path("failed").asInt(-1)).isZero();
  }

  @Test
  void theMinutesClockMeasuresTheQueue() throws IOException {
    assertThat(invoke("ModerateComments", "moderate-comments-schedule").isEmpty()).isTrue();
  }

  @Test
  void theDeskIsPutIntoTheBucket() throws IOException {
    assertThat(invoke("PressDesk", "press-desk").path("written").isArray()).isTrue();
  }

  @Test
  void theMinutesClockQueuesWhatIsOwed() throws IOException {
    assertThat(invoke("SendMail", "send-mail-schedule").path("queued").isInt()).isTrue();
  }

  @Test
  void theNewspaperChecksItself() throws IOException {
    var report = invoke("CheckNewspaper", "check-newspaper");
    assertThat(report.path("passed").asBoolean()).as(report.toString()).isTrue();
  }

  @Test
  void aPictureThatNobodyAnnouncedIsTriedAgainAndThenForgotten() throws IOException {
    assertThatThrownBy(() -> invoke("ResizeMedia", "resize-media"))
        .hasMessageContaining("ResizeMedia failed");
    assertThat(invoke("RefuseMedia", "refuse-media").isMissingNode()).isTrue();
  }

  @Test
  void aSiteIsPressedAgainSliceBySlice() throws IOException {
    publish(article());
    assertThat(invoke("RepressSite", "repress-site").path("slices")).isNotEmpty();
    assertThat(invoke("RepressSite", "repress-site-slice").path("articles").isNumber()).isTrue();
  }

  @Test
  void aSiteIsComparedSliceBySlice() throws IOException {
    publish(article());
    assertThat(invoke("AuditSite", "audit-site").path("slices")).isNotEmpty();
    for (var event : List.of("audit-site-slice", "audit-site-fronts", "audit-site-keys")) {
      var answer = invoke("AuditSite", event);
      for (var count : List.of("stale", "missing", "superfluous")) {
        assertThat(answer.path(count).isInt()).as(event + " " + count).isTrue();
      }
    }
  }

  @Test
  void picturesAreRestoredSliceBySlice() throws IOException {
    assertThat(invoke("RestorePictures", "restore-pictures").path("slices").isArray()).isTrue();
    assertThat(invoke("RestorePictures", "restore-pictures-slice").path("restored").isInt())
        .isTrue();
  }

  @Test
  void eachFunctionHasASample() throws IOException {
    var readme = Files.readString(Newspaper.HOME.resolve("events/README.md"));
    assertThat(Newspaper.stack().functions()).isNotEmpty().allMatch(readme::contains);
    var files = new HashSet<String>();
    try (var all = Files.list(Newspaper.HOME.resolve("events"))) {
      all.map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .forEach(files::add);
    }
    assertThat(files).isNotEmpty().allMatch(readme::contains);
  }

  private static JsonNode invoke(String function, String event) throws IOException {
    return Newspaper.invoke(Newspaper.stack(), function, event);
  }
}
