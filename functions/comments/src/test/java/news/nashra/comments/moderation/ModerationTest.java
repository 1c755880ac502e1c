package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.comments.ShownComment;
import news.nashra.comments.ShownComments;
import news.nashra.core.aws.Table;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@NullUnmarked
class ModerationTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private Table table;
  private Moderation moderation;
  private Comment comment;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    moderation = new Moderation(table, clock);
    comment = CommentsTable.sentAt(Instant.parse("2026-02-23T07:00:00Z"));
    CommentsTable.put(table, comment);
  }

  @Test
  void withoutARevisionOnlyTheSameModeratorChangesADecision() {
    assertThat(decide("a", Decision.APPROVE, 0)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(decide("b", Decision.REJECT, 0))
        .isInstanceOf(Moderation.Result.DecidedOtherwise.class);
    assertThat(decide("b", Decision.APPROVE, 0)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(decide("a", Decision.REJECT, 0)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(shown()).isEmpty();
  }

  @Test
  void aDecisionOnAnOldRevisionIsRefused() {
    decide("a", Decision.APPROVE, 1);
    assertThat(decide("b", Decision.REJECT, 1)).isInstanceOf(Moderation.Result.Stale.class);
    assertThat(shown()).hasSize(1);
    assertThat(decide("b", Decision.REJECT, 2)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(shown()).isEmpty();
  }

  /// Readers are told of a moderator's decision at once, of a screening's six hours later.
  @Test
  void aModeratorDecidesWhatTheScreeningDecided() {
    var screened =
        new Comment(
            comment.articleId(),
            comment.id(),
            comment.author(),
            comment.text(),
            comment.submission(),
            Comment.Status.REJECTED,
            comment.review());
    CommentsTable.put(table, screened);
    assertThat(screened.publicStatus(CommentsTable.NOW)).isEqualTo(Comment.Status.PENDING);
    decide("a", Decision.REJECT, 1);
    var decided = CommentItems.find(table, comment.articleId(), comment.id()).orElseThrow();
    assertThat(decided.review().history()).hasSize(1);
    assertThat(decided.publicStatus(CommentsTable.NOW)).isEqualTo(Comment.Status.REJECTED);
  }

  @Test
  void noReasonIsDropped() {
    assertThat(reject("a", "first", 1)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(reject("a", "first", 1)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(reject("b", "second", 1)).isInstanceOf(Moderation.Result.Stale.class);
    assertThat(reject("b", "second", 2)).isInstanceOf(Moderation.Result.Decided.class);
    assertThat(reject("b", "second", 2)).isInstanceOf(Moderation.Result.Decided.class);
    var decided = CommentItems.find(table, comment.articleId(), comment.id()).orElseThrow();
    assertThat(decided.review().history())
        .extracting(Comment.PastDecision::reason)
        .containsExactly("first", "second");
  }

  private Moderation.Result reject(String by, String reason, long revision) {
    var request =
        new Moderation.Request(
            comment.articleId(),
            comment.id(),
            Decision.REJECT,
            Optional.of(reason),
            Optional.of(revision));
    return moderation.decide(List.of(request), by).getFirst();
  }

  @RepeatedTest(5)
  void concurrentModeratorsLeaveOneDecision() throws Exception {
    try (var both = Executors.newFixedThreadPool(8)) {
      var all =
          both.invokeAll(
              IntStream.range(0, 8)
                  .<Callable<Moderation.Result>>mapToObj(i ->
                      () -> decide("m" + i, i % 2 == 0 ? Decision.APPROVE : Decision.REJECT, 1))
                  .toList());
      int decided = 0;
      for (var one : all) {
        decided += one.get() instanceof Moderation.Result.Decided ? 1 : 0;
      }
      var decidedComment =
          CommentItems.find(table, comment.articleId(), comment.id()).orElseThrow();
      assertThat(decidedComment.revision()).isEqualTo(2);
      assertThat(decidedComment.review().history()).hasSize(1);
      assertThat(decided).as("moderators with the decision that was made").isBetween(1, 4);
      assertThat(shown()).hasSize(decidedComment.status() == Comment.Status.APPROVED ? 1 : 0);
    }
  }

  @Test
  void decisionsOnOneCommentApplyInTheirOrder() {
    var comments =
        IntStream.range(0, 25)
            .mapToObj(
                i -> CommentsTable.sentAt(Instant.parse("2026-02-23T08:00:00Z").plusMillis(i)))
            .toList();
    comments.forEach(one -> CommentsTable.put(table, one));
    var requests = new ArrayList<Moderation.Request>();
    for (var decision : List.of(Decision.APPROVE, Decision.REJECT, Decision.APPROVE)) {
      comments.forEach(one -> requests.add(request(one, decision, Optional.empty())));
    }
    assertThat(moderation.decide(requests, "a"))
        .extracting(result -> ((Moderation.Result.Decided) result).comment().revision())
        .containsExactlyElementsOf(
            IntStream.range(0, requests.size()).mapToObj(i -> 2L + i / comments.size()).toList());
    assertThat(shown()).hasSameSizeAs(comments);
  }

  @Test
  void anErasedCommentCannotBeDecided() {
    new Erasure(table, () -> CommentsTable.KEYS, clock).erase(comment.author().email(), "m");
    assertThat(decide("a", Decision.APPROVE, 0)).isInstanceOf(Moderation.Result.NoComment.class);
    assertThat(shown()).isEmpty();
  }

  private Moderation.Result decide(String by, Decision decision, long revision) {
    var request = request(comment, decision, Optional.of(revision).filter(r -> r > 0));
    return moderation.decide(List.of(request), by).getFirst();
  }

  private static Moderation.Request request(
      Comment comment, Decision decision, Optional<Long> revision) {
    return new Moderation.Request(
        comment.articleId(), comment.id(), decision, Optional.empty(), revision);
  }

  private List<ShownComment> shown() {
    return ShownComments.list(table, comment.articleId());
  }
}
