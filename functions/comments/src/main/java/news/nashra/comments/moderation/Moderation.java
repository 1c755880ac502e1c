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
import news.nashra.comments.Shown;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Moderators' decisions. Each is one transaction of the comment, on condition of the revision that
/// was read, and of what pages show of it; so nobody overwrites another's decision unseen.
public final class Moderation {
  /// Decisions are taken in so many lanes side by side; those on one comment share a lane.
  private static final int LANES = 8;

  private final Table table;
  private final InstantSource clock;

  public Moderation(Table table, InstantSource clock) {
    this.table = table;
    this.clock = clock;
  }

  /// A decision that a moderator asks for.
  ///
  /// @param revision of the comment that the moderator saw; absent to decide on one that nobody
  ///   else has decided
  public record Request(
      String articleId,
      String commentId,
      Decision decision,
      Optional<String> reason,
      Optional<Long> revision) {}

  /// What became of it.
  sealed interface Result {
    /// The comment stands as it was decided, now or by an earlier decision of the same kind.
    record Decided(Comment comment) implements Result {}

    record NoComment() implements Result {}

    /// Somebody else has decided otherwise.
    record DecidedOtherwise(Comment comment) implements Result {}

    /// The moderator saw another revision than the current one.
    record Stale(Comment comment) implements Result {}
  }

  /// One outcome for each, in their order.
  public List<Result> decide(List<Request> all, String moderator) {
    var standing = new ConcurrentHashMap<Key, Comment>();
    table
        .get(all.stream().map(w -> CommentItems.key(w.articleId(), w.commentId())).toList())
        .forEach(item -> standing.put(item.key(), CommentItems.read(item)));
    var outcomes = new Result[all.size()];
    Parallel.all(
        IntStream.range(0, LANES)
            .<Callable<Boolean>>mapToObj(lane ->
                () -> {
                  for (int i = 0; i < all.size(); i++) {
                    if (Math.floorMod(all.get(i).commentId().hashCode(), LANES) == lane) {
                      outcomes[i] = decide(all.get(i), moderator, standing);
                    }
                  }
                  return true;
                })
            .toList());
    return List.of(outcomes);
  }

  private Result decide(Request wanted, String moderator, Map<Key, Comment> standing) {
    var key = CommentItems.key(wanted.articleId(), wanted.commentId());
    var comment = Optional.ofNullable(standing.get(key));
    while (comment.isPresent()) {
      var answer = judged(wanted, comment.get(), moderator);
      if (answer.isPresent()) {
        return answer.get();
      }
      var decided =
          comment
              .get()
              .after(
                  new Comment.Decided(
                      Instants.now(clock),
                      moderator,
                      wanted.decision(),
                      wanted.reason().orElse("")));
      switch (table.commit(transaction(comment.get(), decided, table))) {
        case Transaction.Committed committed -> {
          // Another decision of the same request may follow.
          standing.put(key, decided);
          return new Result.Decided(decided);
        }
        case Transaction.Refused refused ->
            comment = refused.item("comment").map(CommentItems::read);
      }
    }
    return new Result.NoComment();
  }

  /// The answer that needs no writing; empty when the decision may be written.
  private static Optional<Result> judged(Request wanted, Comment comment, String moderator) {
    if (comment.status() == wanted.decision().status()) {
      return Optional.of(new Result.Decided(comment));
    }
    if (wanted.revision().isPresent()) {
      return wanted.revision().get() == comment.revision()
          ? Optional.empty()
          : Optional.of(new Result.Stale(comment));
    }
    boolean others =
        comment.status() != Comment.Status.PENDING
            && !comment.review().history().isEmpty()
            && !comment.review().history().getLast().by().equals(moderator);
    return others ? Optional.of(new Result.DecidedOtherwise(comment)) : Optional.empty();
  }

  public static Transaction transaction(Comment before, Comment after, Table table) {
    var transaction =
        new Transaction()
            .put(
                "comment",
                table,
                CommentItems.item(after),
                "revision = :seen",
                Map.of(":seen", before.revision()));
    Shown.write(after, table, transaction);
    return transaction;
  }
}
