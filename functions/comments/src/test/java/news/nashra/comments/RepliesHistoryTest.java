package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import news.nashra.comments.moderation.Moderation;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// How much of the versions of a reply is kept.
@NullUnmarked
class RepliesHistoryTest {
  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");

  /// No requests are sent to it.
  private final Table table = new Table(null, "comments");

  private final Comment approved =
      CommentsTable.sentAt(NOW).after(new Comment.PastDecision(NOW, "m", Decision.APPROVE, ""));

  @Test
  void theNewestFiftyVersionsAreKept() {
    var comment = approved;
    for (int i = 1; i <= 60; i++) {
      comment = comment.replied("version " + i, "salma", NOW.plusSeconds(i));
    }
    var versions = comment.replies().versions();
    assertThat(versions).hasSize(DecisionHistory.MAX_ENTRIES);
    assertThat(versions.getFirst().body()).contains("version 11");
    assertThat(comment.revision()).isEqualTo(62);
    assertThat(comment.replies().shown().orElseThrow().at()).isEqualTo(NOW.plusSeconds(1));
  }

  /// The largest body of a request has 32 KB.
  @Test
  void theLargestVersionsFitIntoTheItemOfTheCommentAndIntoItsShownCopy() {
    var reason = "r".repeat(25 * 1024);
    var comment = approved;
    for (int i = 1; i <= 20; i++) {
      comment = comment.replied("ب".repeat(16 * 1024), "salma", NOW.plusSeconds(i));
      comment = comment.after(new Comment.PastDecision(NOW, "m", Decision.APPROVE, reason));
    }
    assertThat(comment.replies().versions()).hasSize(3);
    assertThat(CommentItems.item(comment).bytes()).isLessThan(Item.MAX_BYTES);
    assertThat(CommentItems.read(CommentItems.item(comment))).isEqualTo(comment);
    assertThat(Moderation.transaction(approved, comment, table).size())
        .isLessThan(Transaction.MAX_WRITES);
  }

  @Test
  void aWithdrawnReplyThatIsGivenAgainBeginsAnew() {
    var comment =
        approved
            .replied("one", "salma", NOW)
            .withoutReply("omar", NOW.plusSeconds(1))
            .replied("two", "salma", NOW.plusSeconds(2))
            .replied("three", "salma", NOW.plusSeconds(3));
    assertThat(comment.replies().versions())
        .extracting(Replies.Version::by)
        .isEqualTo(List.of("salma", "omar", "salma", "salma"));
    var shown = comment.replies().shown().orElseThrow();
    assertThat(shown.at()).isEqualTo(NOW.plusSeconds(2));
    assertThat(shown.editedAt()).contains(NOW.plusSeconds(3));
  }
}
