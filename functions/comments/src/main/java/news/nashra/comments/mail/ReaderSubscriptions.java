package news.nashra.comments.mail;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentKeys;
import news.nashra.core.aws.Table;

/// Which readers want mail. Thread-safe.
public final class ReaderSubscriptions {
  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  public ReaderSubscriptions(Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /// Whether an address was asked and may still confirm.
  public boolean awaitsConfirmation(String email) {
    var now = clock.instant();
    return find(email).filter(s -> !s.isConfirmed(now) && s.isConfirmable(now)).isPresent();
  }

  /// Whether the writer of a comment is to be told of a reply.
  public boolean wants(Comment comment) {
    return find(comment.author().email())
        .filter(s -> s.wants(comment, clock.instant()))
        .isPresent();
  }

  private Optional<ReaderSubscription> find(String email) {
    var known = keys.get();
    return ReaderSubscription.find(table.get(ReaderSubscription.keys(email, known)), email, known);
  }
}
