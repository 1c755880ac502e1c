package news.nashra.articles.release;

import static news.nashra.articles.release.NightDesk.START;
import static news.nashra.articles.release.NightDesk.article;
import static news.nashra.articles.release.NightDesk.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import news.nashra.articles.Schedule;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Scheduled articles are public from their second on, once.
class ReleaseScheduledTest {
  @RegisterExtension static final LocalServices SERVICES = NightDesk.services();

  private static final Instant SOON = START.plusSeconds(40);

  private NightDesk desk;

  @BeforeEach
  void open() {
    desk = new NightDesk(SERVICES);
  }

  @Test
  void anArticleIsReleasedAtItsSecond() {
    var id = desk.create(scheduled("محظور", SOON));
    assertThat(desk.pages()).isEmpty();
    assertThat(desk.sweep().path("released").asInt()).isEqualTo(1);
    assertThat(desk.clock.instant()).isEqualTo(SOON);
    var read = desk.read(id);
    assertThat(read.path("status").asText()).isEqualTo("published");
    assertThat(read.path("url").asText()).startsWith("/2026/02/23/");
    assertThat(read.path("editor").asText()).isEqualTo("schedule");
    assertThat(read.path("lateMillis").asLong()).isZero();
    assertThat(read.has("publishAt")).isFalse();
    for (var field : List.of("publishedAt", "updatedAt", "releasedAt", "revisedAt")) {
      assertThat(read.path(field).asText()).as(field).isEqualTo("2026-02-23T10:00:40.000Z");
    }
    assertThat(desk.pages()).containsExactly("2026/02/23/محظور/index.html");
  }

  @Test
  void aSweepThatComesTooEarlyDoesNothing() {
    var id = desk.create(scheduled("بعد حين", START.plus(Schedule.LOOK_AHEAD).plusSeconds(1)));
    assertThat(desk.sweep().path("released").asInt()).isZero();
    assertThat(desk.clock.instant()).isEqualTo(START);
    assertThat(desk.read(id).path("revision").asInt()).isEqualTo(1);
    assertThat(desk.pages()).isEmpty();
  }

  @Test
  void afterAnOutageAllIsReleasedTheOldestFirstAndSaysHowLate() {
    var ids = new ArrayList<String>();
    for (int n : List.of(3, 1, 2)) {
      ids.add(desk.create(scheduled("متأخر " + n, START.plus(Duration.ofMinutes(n)))));
    }
    desk.clock.move(Duration.ofHours(2));
    assertThat(desk.sweep().path("released").asInt()).isEqualTo(3);
    var changed =
        StreamSupport.stream(desk.list("published").spliterator(), false)
            .map(entry -> entry.path("headline").asText());
    assertThat(changed).containsExactly("متأخر 3", "متأخر 2", "متأخر 1");
    var first = desk.read(ids.getFirst());
    assertThat(first.path("publishedAt").asText()).isEqualTo("2026-02-23T10:03:00.000Z");
    assertThat(first.path("releasedAt").asText()).isEqualTo("2026-02-23T12:00:00.000Z");
    assertThat(first.path("lateMillis").asLong()).isEqualTo(117 * 60_000);
    assertThat(desk.sweep().path("released").asInt()).isZero();
  }

  @Test
  void theOldestIsBegunFirst() {
    for (int n : List.of(3, 1, 2)) {
      desk.create(scheduled("بالترتيب " + n, START.plusSeconds(n)));
    }
    var begun = new ArrayList<Instant>();
    desk.sweep(millis -> {
      desk.clock.move(Duration.ofMillis(millis));
      begun.add(desk.clock.instant());
    });
    assertThat(begun)
        .containsExactly(START.plusSeconds(1), START.plusSeconds(2), START.plusSeconds(3));
  }

  @Test
  void twoSweepsHaveOneWinner() {
    var id = desk.create(scheduled("فائز واحد", SOON));
    var other = new ArrayList<JsonNode>();
    var slower =
        desk.sweep(millis -> {
          desk.clock.move(Duration.ofMillis(millis));
          other.add(desk.sweep());
        });
    assertThat(other.getFirst().path("released").asInt()).isEqualTo(1);
    assertThat(slower.path("released").asInt()).isZero();
    assertThat(slower.path("failed").asInt()).isZero();
    assertThat(desk.read(id).path("revision").asInt()).isEqualTo(2);
  }

  @Test
  void whatIsEditedWhileASweepWaitsIsReleasedAsEdited() {
    var id = desk.create(scheduled("قبل", SOON));
    sweepMeanwhile(() -> desk.revise(id, scheduled("بعد", SOON)).expect(200));
    assertThat(desk.read(id).path("status").asText()).isEqualTo("published");
    assertThat(desk.read(id).path("headline").asText()).isEqualTo("بعد");
    assertThat(desk.read(id).path("revision").asInt()).isEqualTo(3);
  }

  @Test
  void whatIsPutOffWhileASweepWaitsIsReleasedLater() {
    var id = desk.create(scheduled("مؤجل", SOON));
    var later = SOON.plusSeconds(50);
    sweepMeanwhile(() -> desk.revise(id, scheduled("مؤجل", later)).expect(200));
    assertThat(desk.read(id).path("status").asText()).isEqualTo("scheduled");
    assertThat(desk.sweep().path("released").asInt()).isEqualTo(1);
    assertThat(desk.read(id).path("publishedAt").asText()).isEqualTo("2026-02-23T10:01:30.000Z");
  }

  @Test
  void whatIsADraftAgainIsNotReleased() {
    var id = desk.create(scheduled("مسودة", SOON));
    sweepMeanwhile(() -> desk.revise(id, article("مسودة").put("status", "draft")).expect(200));
    assertThat(desk.read(id).path("status").asText()).isEqualTo("draft");
    assertThat(desk.read(id).has("publishAt")).isFalse();
    assertThat(desk.list("scheduled")).isEmpty();
    assertThat(desk.pages()).isEmpty();
  }

  @Test
  void whatIsWithdrawnIsNotReleased() {
    var id = desk.create(scheduled("مسحوب", SOON));
    sweepMeanwhile(() -> desk.withdraw(id).expect(200));
    assertThat(desk.read(id).path("status").asText()).isEqualTo("withdrawn");
    assertThat(desk.pages()).isEmpty();
  }

  @Test
  void whatAnEditorPublishesAtOnceIsNotPublishedTwice() {
    var id = desk.create(scheduled("الآن", SOON));
    sweepMeanwhile(() -> desk.revise(id, article("الآن")).expect(200));
    assertThat(desk.read(id).path("revision").asInt()).isEqualTo(2);
    assertThat(desk.read(id).path("editor").asText()).isEqualTo("omar");
    assertThat(desk.read(id).has("releasedAt")).isFalse();
  }

  @Test
  void oneArticleIsReleasedWithoutTheMinutesSweep() {
    var id = desk.create(scheduled("قريب", START.plusSeconds(5)));
    var other = desk.create(scheduled("آخر", START.plusSeconds(3)));
    assertThat(desk.sweepOne(id).path("released").asInt()).isEqualTo(1);
    assertThat(desk.read(id).path("status").asText()).isEqualTo("published");
    assertThat(desk.read(other).path("status").asText()).isEqualTo("scheduled");
    assertThat(desk.sweepOne(id).path("released").asInt()).isZero();
    assertThat(desk.sweepOne("01KJ5Y3R80000000000000PXC9").path("failed").asInt()).isZero();
  }

  @Test
  void relatedArticlesAreChosenAtTheRelease() {
    var open = desk.create(scheduled("مفتوح", SOON));
    var none = desk.create(scheduled("بلا صلة", SOON.plusSeconds(1)).putPOJO("related", List.of()));
    desk.revise(none, desk.read(none)).expect(200);
    var newest = desk.create(article("أحدث"));
    assertThat(desk.read(open).has("related")).isFalse();
    desk.sweep();
    assertThat(desk.read(open).path("related").path(0).asText()).isEqualTo(newest);
    assertThat(desk.read(none).path("related")).isEmpty();
  }

  @Test
  void theAddressIsClaimedAtTheRelease() {
    var embargoed = desk.create(scheduled("عنوان واحد", SOON));
    assertThat(desk.read(embargoed).has("url")).isFalse();
    var open = desk.create(article("عنوان واحد"));
    desk.sweep();
    assertThat(desk.read(open).path("slug").asText()).isEqualTo("عنوان-واحد");
    assertThat(desk.read(embargoed).path("slug").asText()).isEqualTo("عنوان-واحد-2");
  }

  @Test
  void aRetriedCreateIsAnsweredAsTheFirstEvenAfterTheRelease() {
    var first = desk.send(scheduled("مرة واحدة", SOON), "the-key").expect(201).json();
    desk.sweep();
    desk.clock.move(Duration.ofMinutes(5));
    var again = desk.send(scheduled("مرة واحدة", SOON), "the-key").expect(201).json();
    for (var field : List.of("id", "revision", "status")) {
      assertThat(again.path(field)).isEqualTo(first.path(field));
    }
    assertThat(desk.list("published")).hasSize(1);
    assertThat(desk.list("scheduled")).isEmpty();
  }

  @Test
  void whatIsOverdueCanStillBeEdited() {
    var id = desk.create(scheduled("فات وقته", SOON));
    desk.clock.move(Duration.ofHours(1));
    desk.revise(id, desk.read(id).put("headline", "فات وقته وصُحح")).expect(200);
    desk.sweep();
    assertThat(desk.read(id).path("headline").asText()).isEqualTo("فات وقته وصُحح");
    assertThat(desk.read(id).path("publishedAt").asText()).isEqualTo("2026-02-23T10:00:40.000Z");
  }

  @Test
  void aPublishedArticleCannotBeScheduled() {
    var id = desk.create(article("منشور"));
    desk.revise(id, scheduled("منشور", SOON)).expect(409);
  }

  @Test
  void scheduledArticlesAreListedWithTheirTimes() {
    desk.create(scheduled("أول", SOON));
    desk.create(scheduled("ثان", SOON.plusSeconds(1)));
    assertThat(desk.list("scheduled"))
        .extracting(entry -> entry.path("publishAt").asText())
        .containsExactly("2026-02-23T10:00:41.000Z", "2026-02-23T10:00:40.000Z");
  }

  /// Runs a sweep, and `action` while it waits.
  private void sweepMeanwhile(Runnable action) {
    var done = new ArrayList<Boolean>();
    desk.sweep(millis -> {
      if (done.isEmpty()) {
        done.add(true);
        action.run();
      }
      desk.clock.move(Duration.ofMillis(millis));
    });
    assertThat(done).hasSize(1);
  }
}
