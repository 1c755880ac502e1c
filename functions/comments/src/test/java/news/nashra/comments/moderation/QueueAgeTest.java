package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.CommentsTable;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;
import news.nashra.testing.Invocation;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/// What the minute's clock measures.
@Isolated("it reads what is printed")
class QueueAgeTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);

  @Test
  void anEmptyQueueIsNotMeasured() {
    CommentsTable.with(SERVICES.dynamoDb());
    assertThat(printed()).isEmpty();
  }

  @Test
  void theOldestPendingCommentIsMeasured() {
    var table = CommentsTable.with(SERVICES.dynamoDb());
    CommentsTable.put(table, CommentsTable.sentAt(CommentsTable.NOW.plusSeconds(3600)));
    CommentsTable.put(table, CommentsTable.sentAt(CommentsTable.NOW));
    clock.move(Duration.ofMinutes(150));
    assertThat(Json.read(printed()).path("OldestPendingHours").asDouble()).isEqualTo(2.5);
  }

  private String printed() {
    var table = new Table(SERVICES.dynamoDb(), "comments");
    var function =
        new ModerateComments(
            CommentsTable.SITE, table, () -> CommentKeys.read("k".repeat(32)), 50_000, clock);
    var console = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertThat(Invocation.of(function, Map.of("source", "aws.scheduler"))).isEmpty();
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }
}
