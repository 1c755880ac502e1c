package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import news.nashra.comments.moderation.Erasure;
import news.nashra.comments.moderation.Moderation;
import news.nashra.comments.proof.ProofResult;
import news.nashra.comments.submit.SubmissionService;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/// The largest transaction of each kind is within the limits of DynamoDB.
@NullUnmarked
class TransactionSizeTest {
  private static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");

  /// No requests are sent to it.
  private final Table table = new Table(null, "comments");

  private final Comment pending = CommentsTable.sentAt(NOW);
  private final Comment approved =
      pending.after(new Comment.PastDecision(NOW, "moderator", Decision.APPROVE, ""));

  @Test
  void storingAnApprovedCommentFits() {
    var proof = new ProofResult.Valid("altcha", "mark", NOW, 1);
    var same = SameText.item(approved, CommentsTable.HASH);
    assertFits(
        SubmissionService.transaction(approved, CommentItems.item(approved), proof, same, table));
  }

  @Test
  void aDecisionFits() {
    assertFits(Moderation.transaction(pending, approved, table));
  }

  @Test
  void erasingAFullBatchFits() {
    var comments =
        IntStream.range(0, Erasure.COMMENTS_PER_TRANSACTION).mapToObj(i -> sentLater(i)).toList();
    assertFits(Erasure.transaction(comments, table, CommentsTable.KEYS));
  }

  /// Another comment with another text.
  private Comment sentLater(int millis) {
    var other = CommentsTable.sentAt(NOW.plusMillis(millis));
    return new Comment(
        other.articleId(),
        other.id(),
        other.author(),
        new Comment.Text(other.text().title(), other.text().body() + " " + millis),
        other.submission(),
        other.status(),
        other.review());
  }

  private static void assertFits(Transaction transaction) {
    assertThat(transaction.size()).isBetween(1, Transaction.MAX_WRITES);
  }
}
