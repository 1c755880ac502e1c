package news.nashra.comments.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentsTable;
import news.nashra.comments.Decision;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Cursor;
import news.nashra.testing.LocalServices;
import news.nashra.testing.MovableClock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullUnmarked
class ModerationQueueTest {
  @RegisterExtension static final LocalServices SERVICES = CommentsTable.services();

  private static final ModerationQueue.Filter PENDING =
      new ModerationQueue.Filter(Comment.Status.PENDING, Optional.empty(), Optional.empty());

  private final MovableClock clock = new MovableClock(CommentsTable.NOW);
  private Table table;
  private ModerationQueue queue;

  @BeforeEach
  void start() {
    table = CommentsTable.with(SERVICES.dynamoDb());
    queue = new ModerationQueue(table, clock);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10, 49, 50, 51, 100})
  void pagesOfAnySizeCoverTheQueue(int limit) {
    var sent = send(50, Duration.ofHours(5), new Random(limit));
    var seen = new ArrayList<Comment>();
    var cursor = Optional.<Cursor>empty();
    do {
      var page = queue.page(PENDING, cursor, atMost(limit));
      assertThat(page.comments()).hasSizeLessThanOrEqualTo(limit);
      seen.addAll(page.comments());
      assertThat(queue.oldestPending(PENDING, cursor, page)).contains(oldest(sent));
      cursor = page.next();
    } while (cursor.isPresent());
    assertThat(seen).isEqualTo(ordered(sent));
  }

  @Test
  void theAgeOfTheQueueDoesNotDependOnTheFilter() {
    var nothing = new ModerationQueue.Found(List.of(), Optional.empty());
    assertThat(queue.oldestPending(PENDING, Optional.empty(), nothing)).isEmpty();
    var sent = send(5, Duration.ofHours(5), new Random(1));
    var rejected =
        new ModerationQueue.Filter(Comment.Status.REJECTED, Optional.empty(), Optional.empty());
    assertThat(queue.oldestPending(rejected, Optional.empty(), nothing)).contains(oldest(sent));
  }

  /// A comment is ordered by the instant of its id, but appears up to some seconds later: its
  /// transaction may be retried, and the index lags.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void lateCommentsAreNeitherMissedNorRepeated(long seed) {
    var random = new Random(seed);
    var sent = send(20, Duration.ofSeconds(20), random);
    var seen = new ArrayList<Comment>();
    var cursor = Optional.<Cursor>empty();
    for (int i = 0; i < 200 && (i < 30 || cursor.isPresent()); i++) {
      var page = queue.page(PENDING, cursor, atMost(1 + random.nextInt(5)));
      seen.addAll(page.comments());
      cursor = page.next();
      if (cursor.isEmpty()) {
        break;
      }
      clock.move(Duration.ofMillis(random.nextInt(1500)));
      if (i < 30) {
        sent.addAll(send(2, Duration.ofSeconds(9), random));
      }
    }
    assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(sent);
  }

  /// CloudFront takes addresses of 8,192 bytes.
  @Test
  void aCursorFitsIntoAnAddressHoweverManyCommentsCameAtOnce() {
    send(1, Duration.ofHours(1), new Random(1));
    send(320, Duration.ofSeconds(5), new Random(2));
    var cursor = Optional.<Cursor>empty();
    int longest = 0;
    do {
      cursor = queue.page(PENDING, cursor, atMost(100)).next();
      longest =
          Math.max(longest, cursor.map(c -> c.write("GET /api/comments ").length()).orElse(0));
    } while (cursor.isPresent());
    assertThat(longest).isBetween(3_000, 7_500);
  }

  @Test
  void commentsDecidedMeanwhileAreLeftOut() {
    var sent = ordered(send(10, Duration.ofHours(1), new Random(1)));
    var first = queue.page(PENDING, Optional.empty(), atMost(3));
    var moderation = new Moderation(table, clock);
    moderation.decide(sent.subList(3, 6).stream().map(ModerationQueueTest::approval).toList(), "m");
    assertThat(queue.page(PENDING, first.next(), atMost(10)).comments())
        .isEqualTo(sent.subList(6, 10));
    var approved =
        new ModerationQueue.Filter(
            Comment.Status.APPROVED, Optional.of(CommentsTable.ARTICLE), Optional.empty());
    assertThat(queue.page(approved, Optional.empty(), atMost(10)).comments())
        .extracting(Comment::id)
        .isEqualTo(sent.subList(3, 6).stream().map(Comment::id).toList());
  }

  @Test
  void pendingCommentsOfAnArticleAreFoundHoweverManyOfItWereDecided() {
    var decision = new Comment.PastDecision(clock.instant(), "moderator", Decision.APPROVE, "");
    queue = new ModerationQueue(table, clock, 20);
    for (int i = 0; i < 21; i++) {
      var sent = CommentsTable.sentAt(clock.instant().minusSeconds(7200 - i));
      CommentsTable.put(table, sent.after(decision));
    }
    var pending = ordered(send(3, Duration.ofHours(1), new Random(1)));
    var ofArticle =
        new ModerationQueue.Filter(
            Comment.Status.PENDING, Optional.of(CommentsTable.ARTICLE), Optional.empty());
    var first = queue.page(ofArticle, Optional.empty(), atMost(2));
    assertThat(first.comments()).isEqualTo(pending.subList(0, 2));
    var second = queue.page(ofArticle, first.next(), atMost(2));
    assertThat(second.comments()).isEqualTo(pending.subList(2, 3));
    assertThat(second.next()).isEmpty();
    var ofAnother =
        new ModerationQueue.Filter(
            Comment.Status.PENDING, Optional.of("01KJ4Z6V8G0000000000000002"), Optional.empty());
    assertThat(queue.page(ofAnother, Optional.empty(), atMost(2)))
        .isEqualTo(new ModerationQueue.Found(List.of(), Optional.empty()));
  }

  @Test
  void aPageOfLargeCommentsEndsEarly() {
    var sent = ordered(send(5, Duration.ofHours(1), new Random(1)));
    var megabytes = new ModerationQueue.Size(100, comment -> "a".repeat(2_000_000));
    var first = queue.page(PENDING, Optional.empty(), megabytes);
    assertThat(first.comments()).isEqualTo(sent.subList(0, 2));
    var second = queue.page(PENDING, first.next(), megabytes);
    assertThat(second.comments()).isEqualTo(sent.subList(2, 4));
    var third = queue.page(PENDING, second.next(), megabytes);
    assertThat(third.comments()).isEqualTo(sent.subList(4, 5));
    assertThat(third.next()).isEmpty();
  }

  @Test
  void aSingleCommentIsListedHoweverLargeItIs() {
    var sent = ordered(send(2, Duration.ofHours(1), new Random(1)));
    var huge = new ModerationQueue.Size(100, comment -> "\"".repeat(3_000_000));
    var first = queue.page(PENDING, Optional.empty(), huge);
    assertThat(first.comments()).isEqualTo(sent.subList(0, 1));
    assertThat(queue.page(PENDING, first.next(), huge).comments()).isEqualTo(sent.subList(1, 2));
  }

  private static ModerationQueue.Size atMost(int limit) {
    return new ModerationQueue.Size(limit, comment -> "");
  }

  private static Moderation.Request approval(Comment comment) {
    return new Moderation.Request(
        comment.articleId(), comment.id(), Decision.APPROVE, Optional.empty(), Optional.empty());
  }

  private static Instant oldest(List<Comment> sent) {
    return ordered(sent).getFirst().submittedAt();
  }

  /// Stores comments that were sent at random instants before now.
  private List<Comment> send(int count, Duration before, Random random) {
    var sent = new ArrayList<Comment>();
    for (int i = 0; i < count; i++) {
      var comment =
          CommentsTable.sentAt(clock.instant().minusMillis(random.nextLong(before.toMillis())));
      CommentsTable.put(table, comment);
      sent.add(comment);
    }
    return sent;
  }

  private static List<Comment> ordered(List<Comment> comments) {
    return comments.stream().sorted(Comparator.comparing(CommentItems::queueKey)).toList();
  }
}
