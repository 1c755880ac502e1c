package news.nashra.comments.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.CommentKeys;
import news.nashra.core.Instants;
import news.nashra.core.PassingFailure;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Does what the links in mails say. To follow one twice is the same as once. Thread-safe.
public final class MailLinks {
  private static final int MAX_ATTEMPTS = 10;

  private final Table table;
  private final Supplier<CommentKeys> keys;
  private final InstantSource clock;

  public MailLinks(Table table, Supplier<CommentKeys> keys, InstantSource clock) {
    this.table = table;
    this.keys = keys;
    this.clock = clock;
  }

  /// Reads the token of a link; empty if it is not one of ours.
  public Optional<MailToken> read(String token) {
    return MailToken.read(token, keys.get());
  }

  /// Confirms an address. Nothing happens if the link is too old, or if its owner unsubscribed
  /// since.
  ///
  /// @return whether the address is confirmed now
  public boolean confirm(MailToken token) {
    return switch (token.purpose()) {
      case CONFIRM_READER ->
          CommentItems.find(table, token.first(), token.second()).filter(this::confirm).isPresent();
      case CONFIRM_DIGEST -> {
        var now = Instants.now(clock);
        yield DigestSubscription.find(token.first(), table, now)
            .filter(found -> found.confirmedAt().isPresent() || found.confirm(table, now))
            .isPresent();
      }
      case STOP_READER, STOP_DIGEST -> false;
    };
  }

  /// Ends all mail of a kind to the address that got the link.
  public void stop(MailToken token) {
    switch (token.purpose()) {
      case STOP_READER ->
          CommentItems.find(table, token.first(), token.second())
              .ifPresent(comment -> stop(comment.author().email()));
      case STOP_DIGEST ->
          DigestSubscription.find(token.first(), table, clock.instant())
              .ifPresent(found -> found.end(table));
      case CONFIRM_READER, CONFIRM_DIGEST -> {}
    }
  }

  /// Confirms the address of a comment's writer. A reply that was given before is owed then: only
  /// now is it read, and what is given later finds the address confirmed.
  private boolean confirm(Comment comment) {
    var known = keys.get();
    var email = comment.author().email();
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      var now = Instants.now(clock);
      var found = ReaderSubscription.find(items(email, known), email, known);
      boolean confirmed = found.filter(s -> s.isConfirmed(now)).isPresent();
      if (!confirmed && found.filter(s -> s.isConfirmable(now)).isEmpty()) {
        return false;
      }
      if (confirmed || confirm(found.get(), now)) {
        oweAnswer(comment, found.get().confirmed(now), now);
        return true;
      }
    }
    throw PassingFailure.overtaken("the subscription", MAX_ATTEMPTS);
  }

  private boolean confirm(ReaderSubscription asked, Instant now) {
    return table.update(
        ReaderSubscription.key(asked.person()),
        "SET confirmedAt = :now, " + Item.EXPIRES + " = :until",
        "askedAt = :asked AND attribute_not_exists(confirmedAt)"
            + " AND (attribute_not_exists(stoppedAt) OR stoppedAt < :asked)",
        Map.of(
            ":now", now,
            ":until", now.plus(ReaderSubscription.KEPT_FOR).getEpochSecond(),
            ":asked", asked.askedAt()));
  }

  private void oweAnswer(Comment before, ReaderSubscription confirmed, Instant now) {
    CommentItems.find(table, before.articleId(), before.id())
        .filter(comment -> confirmed.wants(comment, now))
        .flatMap(Mail.Answer::about)
        .ifPresent(mail -> {
          var transaction = new Transaction();
          Outbox.owe(mail, now, table, transaction);
          if (table.commit(transaction) instanceof Transaction.Refused) {
            Outbox.queueAgain(mail, now, table);
          }
        });
  }

  /// Under every key, so that none is left with which mail would be sent.
  private void stop(String email) {
    var now = Instants.now(clock);
    var until = now.plus(ReaderSubscription.KEPT_FOR).getEpochSecond();
    for (var item : items(email, keys.get())) {
      table.update(
          item.key(),
          "SET stoppedAt = :now, " + Item.EXPIRES + " = :until REMOVE confirmedAt",
          "attribute_exists(pk)",
          Map.of(":now", now, ":until", until));
    }
  }

  private List<Item> items(String email, CommentKeys known) {
    return table.get(ReaderSubscription.keys(email, known));
  }
}
