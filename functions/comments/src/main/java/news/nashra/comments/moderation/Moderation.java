package news.nashra.comments.moderation;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Decision;
import news.nashra.comments.ShownComments;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Applies moderators' decisions. One transaction writes the comment, if it still has the revision
/// that was read, and its shown copy, so no decision overwrites another one unseen. Thread-safe.
public final class Moderation {
  /// The number of decisions that are applied in parallel. Decisions on one comment share a lane,
  /// so they apply in their order.
  private static final int PARALLEL_LANES = 8;

  private final Table table;
  private final InstantSource clock;

  public Moderation(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /// A decision that a moderator requests.
  ///
  /// @param revision of the comment that the moderator saw; absent to decide only if nobody else
  ///   has decided
  public record Request(
      String articleId,
      String commentId,
      Decision decision,
      Optional<String> reason,
      Optional<Long> revision) {}

  /// The outcome of a requested decision.
  sealed interface Result {
    /// The comment has the requested status, by this decision or an earlier one.
    record Decided(Comment comment) implements Result {}

    /// There is no such comment.
    record NoComment() implements Result {}

    /// Another moderator has decided otherwise.
    record DecidedOtherwise(Comment comment) implements Result {}

    /// The moderator saw another revision than the current one.
    record Stale(Comment comment) implements Result {}
  }

  /// Applies the decisions and returns their results in the same order.
  public List<Result> decide(List<Request> requests, String moderator) {
    var comments = new ConcurrentHashMap<Key, Comment>();
    table
        .get(requests.stream().map(r -> CommentItems.key(r.articleId(), r.commentId())).toList())
        .forEach(item -> comments.put(item.key(), CommentItems.read(item)));
    var results = new Result[requests.size()];
    Parallel.all(
        IntStream.range(0, PARALLEL_LANES)
            .<Callable<Boolean>>mapToObj(lane ->
                () -> {
                  for (int i = 0; i < requests.size(); i++) {
                    if (Math.floorMod(requests.get(i).commentId().hashCode(), PARALLEL_LANES)
                        == lane) {
                      results[i] = decide(requests.get(i), moderator, comments);
                    }
                  }
                  return true;
                })
            .toList());
    return List.of(results);
  }

  private Result decide(Request request, String moderator, Map<Key, Comment> comments) {
    var key = CommentItems.key(request.articleId(), request.commentId());
    var comment = Optional.ofNullable(comments.get(key));
    while (comment.isPresent()) {
      var result = resultWithoutWrite(request, comment.get(), moderator);
      if (result.isPresent()) {
        return result.get();
      }
      var decided =
          comment
              .get()
              .after(
                  new Comment.PastDecision(
                      Instants.now(clock),
                      moderator,
                      request.decision(),
                      request.reason().orElse("")));
      switch (table.commit(transaction(comment.get(), decided, table))) {
        case Transaction.Committed committed -> {
          // The request may hold another decision on the same comment.
          comments.put(key, decided);
          return new Result.Decided(decided);
        }
        case Transaction.Refused refused ->
            comment = refused.item("comment").map(CommentItems::read);
      }
    }
    return new Result.NoComment();
  }

  /// The result if nothing has to be written; empty if the decision may be written.
  private static Optional<Result> resultWithoutWrite(
      Request request, Comment comment, String moderator) {
    if (isInForce(request, comment)) {
      return Optional.of(new Result.Decided(comment));
    }
    if (request.revision().isPresent()) {
      return request.revision().get() == comment.revision()
          ? Optional.empty()
          : Optional.of(new Result.Stale(comment));
    }
    boolean others =
        comment.status() != Comment.Status.PENDING
            && comment.status() != request.decision().status()
            && !comment.review().history().isEmpty()
            && !comment.review().history().getLast().by().equals(moderator);
    return others ? Optional.of(new Result.DecidedOtherwise(comment)) : Optional.empty();
  }

  /// Whether a moderator has decided this already, for the same reason if one is given. What a
  /// screening decided is no moderator's decision.
  private static boolean isInForce(Request request, Comment comment) {
    if (comment.status() != request.decision().status()) {
      return false;
    }
    var history = comment.review().history();
    return comment.status() == Comment.Status.PENDING
        || (!history.isEmpty()
            && request.reason().stream().allMatch(history.getLast().reason()::equals));
  }

  /// Writes a decided comment and its shown copy. The write labelled `comment` fails if the comment
  /// no longer has the revision of `before`.
  public static Transaction transaction(Comment before, Comment after, Table table) {
    var transaction =
        new Transaction()
            .put(
                "comment",
                table,
                CommentItems.item(after),
                "revision = :seen",
                Map.of(":seen", before.revision()));
    ShownComments.write(after, table, transaction);
    return transaction;
  }
}
