package news.nashra.comments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import news.nashra.comments.Comment.PastDecision;
import news.nashra.core.Text;
import org.junit.jupiter.api.Test;

class DecisionHistoryTest {
  /// The longest reason that a request may have: 400 grapheme clusters of 16 code points each.
  private static final String LONGEST_REASON = ("😀" + "\uDB40\uDD00".repeat(15)).repeat(400);

  @Test
  void theNewestDecisionsAreKept() {
    var comment = CommentsTable.sentAt(CommentsTable.NOW);
    for (int i = 0; i < 120; i++) {
      comment = comment.after(decision(i, "reason " + i));
    }
    assertThat(comment.revision()).isEqualTo(121);
    assertThat(comment.review().history())
        .extracting(PastDecision::reason)
        .containsExactlyElementsOf(
            IntStream.range(120 - DecisionHistory.MAX_ENTRIES, 120)
                .mapToObj(i -> "reason " + i)
                .toList());
  }

  @Test
  void longReasonsLeaveRoomForFewDecisions() {
    var comment = CommentsTable.sentAt(CommentsTable.NOW);
    for (int i = 0; i < 60; i++) {
      comment = comment.after(decision(i, LONGEST_REASON));
    }
    assertThat(comment.review().history()).hasSizeBetween(2, 10);
  }

  @Test
  void theLargestCommentFitsIntoAnItem() {
    // The body of a request is at most 32 KB, and NFC makes at most three bytes of one.
    var largest = "\u0390".repeat(32 * 1024 * 3 / 2);
    var quote = "😀".repeat(4 * Flag.MAX_QUOTE_LENGTH);
    var flags =
        IntStream.range(0, Flag.MAX_FLAGS).mapToObj(i -> new Flag("links", "body", quote)).toList();
    var sent = CommentsTable.sentAt(CommentsTable.NOW);
    var comment =
        new Comment(
            sent.articleId(),
            sent.id(),
            sent.author(),
            new Comment.Text("", largest),
            sent.submission(),
            sent.status(),
            Comment.Review.of(flags));
    for (int i = 0; i < 60; i++) {
      comment = comment.after(decision(i, "\"".repeat(400) + LONGEST_REASON));
    }
    assertThat(Text.fits(LONGEST_REASON, 400)).isTrue();
    assertThat(CommentItems.item(comment).bytes()).isLessThan(400 * 1024);
  }

  private static PastDecision decision(int i, String reason) {
    var words = List.of(Decision.APPROVE, Decision.UNDO);
    return new PastDecision(
        CommentsTable.NOW.plusSeconds(i), "moderator", words.get(i % 2), reason);
  }
}
