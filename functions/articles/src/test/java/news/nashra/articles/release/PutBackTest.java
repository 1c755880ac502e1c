package news.nashra.articles.release;

import static news.nashra.articles.release.NightDesk.START;
import static news.nashra.articles.release.NightDesk.article;
import static news.nashra.articles.release.NightDesk.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scheduled articles and articles that end, which editors restore, copy and delete.
class PutBackTest {
  @RegisterExtension static final LocalServices SERVICES = NightDesk.services();

  private static final Instant END = START.plusSeconds(30);
  private static final Instant SOON = START.plusSeconds(60);

  private NightDesk desk;

  @BeforeEach
  void open() {
    desk = new NightDesk(SERVICES);
  }

  @Test
  void anArticleThatEndedIsRestoredWithoutAnEnd() {
    var id = ended();
    desk.act(id, "restore").expect(200);
    var draft = desk.read(id);
    assertThat(draft.path("status").asText()).isEqualTo("draft");
    assertThat(draft.has("expireAt")).isFalse();
    desk.revise(id, draft.put("status", "published")).expect(200);
    desk.clock.move(Duration.ofHours(1));
    assertThat(desk.sweep().path("withdrawn").asInt()).isZero();
  }

  @Test
  void aRestoredArticleThatIsReleasedKeepsItsDateAndEndsItsInterruption() {
    var id = ended();
    assertThat(desk.pages()).isEmpty();
    desk.act(id, "restore").expect(200);
    var draft = desk.read(id);
    assertThat(draft.path("interruptions").path(0).has("to")).isFalse();
    desk.revise(id, draft.put("status", "scheduled").put("publishAt", SOON.toString())).expect(200);
    desk.revise(id, desk.read(id)).expect(200);
    assertThat(desk.sweep().path("released").asInt()).isEqualTo(1);
    var read = desk.read(id);
    assertThat(read.path("publishedAt").asText()).isEqualTo("2026-02-23T10:00:00.000Z");
    assertThat(read.path("releasedAt").asText()).isEqualTo("2026-02-23T10:01:00.000Z");
    assertThat(read.path("interruptions")).hasSize(1);
    assertThat(read.path("interruptions").path(0).path("from").asText())
        .isEqualTo("2026-02-23T10:00:30.000Z");
    assertThat(read.path("interruptions").path(0).path("to").asText())
        .isEqualTo("2026-02-23T10:01:00.000Z");
    assertThat(read.path("related")).isEmpty();
    desk.revise(id, read).expect(200);
  }

  @Test
  void aScheduledArticleThatWasWithdrawnIsRestoredWithoutATime() {
    var id = desk.create(scheduled("مسحوب", SOON));
    desk.withdraw(id).expect(200);
    desk.act(id, "restore").expect(200);
    assertThat(desk.read(id).has("publishAt")).isFalse();
    assertThat(desk.read(id).has("interruptions")).isFalse();
    assertThat(desk.sweep().path("released").asInt()).isZero();
    desk.delete(id).expect(204);
  }

  @Test
  void aScheduledArticleIsDeletedAfterItIsTakenOffTheSchedule() {
    var id = desk.create(scheduled("محذوف", SOON));
    desk.delete(id).expect(409);
    desk.revise(id, article("محذوف").put("status", "draft")).expect(200);
    desk.delete(id).expect(204);
    assertThat(desk.list("scheduled")).isEmpty();
    assertThat(desk.sweep().path("released").asInt()).isZero();
  }

  @Test
  void aCopyIsADraftWithoutASchedule() {
    var id = desk.create(scheduled("أصل", SOON).put("expireAt", SOON.plusSeconds(60).toString()));
    var copy = desk.act(id, "duplicate").expect(201).json().path("id").asText();
    var read = desk.read(copy);
    assertThat(read.path("status").asText()).isEqualTo("draft");
    assertThat(read.has("publishAt") || read.has("expireAt")).isFalse();
    assertThat(desk.sweep().path("released").asInt()).isEqualTo(1);
    assertThat(desk.read(copy).path("status").asText()).isEqualTo("draft");
  }

  @Test
  void anArticleFromAnArchiveIsNotScheduled() {
    var past =
        scheduled("من الأرشيف", SOON)
            .put("publishedAt", "1957-06-01T08:00:00Z")
            .put("imported", true);
    var answer = desk.send(past, "archive").expect(422);
    assertThat(answer.wrongFields()).containsExactly("imported");
  }

  @Test
  void anArticleFromAnArchiveCanEnd() {
    var id =
        desk.create(
            article("ينتهي")
                .put("publishedAt", "1957-06-01T08:00:00Z")
                .put("imported", true)
                .put("expireAt", END.toString()));
    assertThat(desk.sweep().path("withdrawn").asInt()).isEqualTo(1);
    assertThat(desk.read(id).path("imported").asBoolean()).isTrue();
  }

  @Test
  void aScheduledArticleIsFoundByTheWordsOfItsHeadline() {
    var id = desk.create(scheduled("الانتخابات غدا", SOON));
    assertThat(desk.find("q", "انتخابات").findValuesAsText("id")).containsExactly(id);
    desk.sweep();
    assertThat(desk.find("q", "انتخابات").findValuesAsText("id")).containsExactly(id);
  }

  /// An article that was published at the start and has ended.
  private String ended() {
    var id = desk.create(article("مؤقت").put("expireAt", END.toString()));
    assertThat(desk.sweep().path("withdrawn").asInt()).isEqualTo(1);
    return id;
  }
}
