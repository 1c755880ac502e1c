package news.nashra.articles.release;

import static news.nashra.articles.release.NightDesk.START;
import static news.nashra.articles.release.NightDesk.article;
import static news.nashra.articles.release.NightDesk.scheduled;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import news.nashra.testing.LocalServices;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Articles that end are withdrawn at their second.
class ExpiryTest {
  @RegisterExtension static final LocalServices SERVICES = NightDesk.services();

  private static final Instant END = START.plusSeconds(30);

  private NightDesk desk;

  @BeforeEach
  void open() {
    desk = new NightDesk(SERVICES);
  }

  @Test
  void anArticleThatEndsIsWithdrawnForAReasonOfItsOwn() {
    var id = desk.create(article("مؤقت").put("expireAt", END.toString()));
    assertThat(desk.pages()).hasSize(1);
    assertThat(desk.sweep().path("withdrawn").asInt()).isEqualTo(1);
    assertThat(desk.clock.instant()).isEqualTo(END);
    var read = desk.read(id);
    assertThat(read.path("status").asText()).isEqualTo("withdrawn");
    assertThat(read.path("reason").asText()).isEqualTo("انتهت مدة نشره.");
    assertThat(read.path("editor").asText()).isEqualTo("schedule");
    assertThat(read.path("revisedAt").asText()).isEqualTo("2026-02-23T10:00:30.000Z");
    assertThat(desk.pages()).isEmpty();
    assertThat(desk.sweep().path("withdrawn").asInt()).isZero();
  }

  @Test
  void aScheduledArticleIsReleasedAndEndsAtItsSecondInTheSameSweep() {
    var id =
        desk.create(
            scheduled("يبدأ وينتهي", START.plusSeconds(10)).put("expireAt", END.toString()));
    var swept = desk.sweep();
    assertThat(swept.path("released").asInt()).isEqualTo(1);
    assertThat(swept.path("withdrawn").asInt()).isEqualTo(1);
    assertThat(desk.read(id).path("publishedAt").asText()).isEqualTo("2026-02-23T10:00:10.000Z");
    assertThat(desk.read(id).path("revisedAt").asText()).isEqualTo("2026-02-23T10:00:30.000Z");
  }

  @Test
  void whatEndsAfterTheMinuteIsLeftToAnotherSweep() {
    var end = START.plusSeconds(300);
    var id =
        desk.create(
            scheduled("يبدأ وينتهي", START.plusSeconds(10)).put("expireAt", end.toString()));
    assertThat(desk.sweep().path("withdrawn").asInt()).isZero();
    assertThat(desk.read(id).path("expireAt").asText()).isEqualTo("2026-02-23T10:05:00.000Z");
    desk.clock.move(Duration.ofSeconds(285));
    assertThat(desk.sweep().path("withdrawn").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsOverByTheEndOfAnOutageIsNotShown() {
    var id =
        desk.create(
            scheduled("يبدأ وينتهي", START.plusSeconds(10)).put("expireAt", END.toString()));
    desk.clock.move(Duration.ofMinutes(10));
    var swept = desk.sweep();
    assertThat(swept.path("released").asInt()).isZero();
    assertThat(swept.path("withdrawn").asInt()).isEqualTo(1);
    var read = desk.read(id);
    assertThat(read.path("status").asText()).isEqualTo("withdrawn");
    assertThat(read.path("reason").asText()).isEqualTo("انتهت مدة نشره.");
    assertThat(read.has("publishedAt")).isFalse();
    assertThat(desk.pages()).isEmpty();
    assertThat(desk.sweep().path("withdrawn").asInt()).isZero();
  }

  @Test
  void anEndThatIsTakenBackMeanwhileDoesNotCome() {
    var id = desk.create(article("باق").put("expireAt", END.toString()));
    var edited = new AtomicBoolean();
    var swept =
        desk.sweep(millis -> {
          if (edited.compareAndSet(false, true)) {
            desk.revise(id, article("باق")).expect(200);
          }
          desk.clock.move(Duration.ofMillis(millis));
        });
    assertThat(edited).isTrue();
    assertThat(swept.path("withdrawn").asInt()).isZero();
    assertThat(desk.read(id).path("status").asText()).isEqualTo("published");
    assertThat(desk.read(id).has("expireAt")).isFalse();
  }

  @Test
  void aDraftWithAPastEndCannotBePublished() {
    var id = desk.create(article("قديم").put("status", "draft").put("expireAt", END.toString()));
    desk.clock.move(Duration.ofHours(1));
    assertThat(desk.sweep().path("withdrawn").asInt()).isZero();
    var answer = desk.revise(id, desk.read(id).put("status", "published")).expect(422);
    assertThat(answer.wrongFields()).containsExactly("expireAt");
  }
}
