package news.nashra.comments.moderation;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Replies;
import news.nashra.comments.mail.Mail;
import news.nashra.comments.mail.Outbox;
import news.nashra.core.Instants;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Writes the newspaper's reply to a comment into the comment and its shown copy, in one
/// transaction on condition of the comment's revision, as [Moderation] does. So a reply that races
/// with a decision is shown only if the comment is. A request that is repeated because its answer
/// was lost changes nothing. The same transaction owes the mail about a new reply. Thread-safe.
public final class Replying {
  private final Table table;
  private final boolean mail;
  private final InstantSource clock;

  /// @param mail whether the newspaper sends mail. Then a new reply owes one to who asked for it
  public Replying(Table table, boolean mail, InstantSource clock) {
    this.table = table;
    this.mail = mail;
    this.clock = clock;
  }

  /// What becomes of a comment, or why nothing does.
  private sealed interface Step {
    record Write(Comment after) implements Step {}

    record End(ReplyResult result) implements Step {}
  }

  /// Replies to a comment that is shown and has no reply.
  ///
  /// @param by the user name of who writes it
  ReplyResult give(CommentTarget target, String body, String by) {
    return change(
        target,
        comment -> {
          var current = comment.replies().current();
          if (current.isPresent()) {
            return new Step.End(
                is(current.get(), body, by)
                    ? new ReplyResult.Done(comment, false)
                    : new ReplyResult.RepliedOtherwise());
          }
          return comment.status() == Comment.Status.APPROVED
              ? new Step.Write(comment.replied(body, by, Instants.now(clock)))
              : new Step.End(new ReplyResult.NotShown());
        });
  }

  /// Gives the reply of a comment another text.
  ///
  /// @param revision of the comment as it was read
  ReplyResult edit(CommentTarget target, long revision, String body, String by) {
    return change(
        target,
        comment -> {
          var current = comment.replies().current();
          if (current.isEmpty()) {
            return new Step.End(new ReplyResult.NoReply());
          }
          if (is(current.get(), body, by)) {
            return new Step.End(new ReplyResult.Done(comment, false));
          }
          if (comment.revision() != revision) {
            return new Step.End(new ReplyResult.Stale());
          }
          return comment.status() == Comment.Status.APPROVED
              ? new Step.Write(comment.replied(body, by, Instants.now(clock)))
              : new Step.End(new ReplyResult.NotShown());
        });
  }

  /// Withdraws the reply of a comment, also of one that is not shown, where it would come back with
  /// the comment.
  ///
  /// @param revision of the comment as it was read
  ReplyResult withdraw(CommentTarget target, long revision, String by) {
    return change(
        target,
        comment -> {
          if (comment.replies().versions().isEmpty()) {
            return new Step.End(new ReplyResult.NoReply());
          }
          if (comment.replies().current().isEmpty()) {
            return new Step.End(new ReplyResult.Done(comment, false));
          }
          return comment.revision() == revision
              ? new Step.Write(comment.withoutReply(by, Instants.now(clock)))
              : new Step.End(new ReplyResult.Stale());
        });
  }

  private Transaction transaction(Comment before, Comment after) {
    var transaction = Moderation.transaction(before, after, table);
    if (mail && after.submission().wantsMail() && before.replies().current().isEmpty()) {
      Mail.Answer.about(after)
          .ifPresent(answer -> Outbox.owe(answer, answer.since(), table, transaction));
    }
    return transaction;
  }

  private static boolean is(Replies.Version version, String body, String by) {
    return version.by().equals(by) && version.body().equals(Optional.of(body));
  }

  private ReplyResult change(CommentTarget target, Function<Comment, Step> next) {
    var comment = table.get(List.of(target.key())).stream().findFirst().map(CommentItems::read);
    while (comment.isPresent()) {
      var before = comment.get();
      switch (next.apply(before)) {
        case Step.End end -> {
          return end.result();
        }
        case Step.Write write -> {
          switch (table.commit(transaction(before, write.after()))) {
            case Transaction.Committed committed -> {
              return new ReplyResult.Done(write.after(), before.replies().current().isEmpty());
            }
            case Transaction.Refused refused ->
                comment = refused.item("comment").map(CommentItems::read);
          }
        }
      }
    }
    return new ReplyResult.NoComment();
  }
}
