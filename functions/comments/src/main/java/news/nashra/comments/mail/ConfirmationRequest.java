package news.nashra.comments.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.RateLimit;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// The confirmation that a comment brings about, because its writer asked for mail. An address is
/// asked once a day, and the comments of one network address ask a few times an hour, so that
/// nobody fills a mailbox by means of the newspaper.
///
/// @param seen the subscription that was read under the current key, and must not have changed
/// @param asked what it becomes
public record ConfirmationRequest(
    Comment comment, Optional<Instant> seen, Item asked, Instant now) {
  /// Of confirmations by the comments of one network address.
  private static final RateLimit LIMIT = new RateLimit("MAILRATE", Duration.ofHours(1), 3);

  private static final String ASKED = "asked";
  private static final String RATE = "mail-rate";

  /// The keys of the items that say whether a confirmation is due.
  public static List<Key> keys(String email, CommentKeys known) {
    return ReaderSubscription.keys(email, known);
  }

  /// The confirmation that is due. None if the writer did not ask for mail, the comment is
  /// rejected, mail cannot reach the address, or the address has confirmed or was asked today.
  ///
  /// @param items those of [#keys] that exist, and others
  public static Optional<ConfirmationRequest> due(
      Comment comment, Collection<Item> items, CommentKeys known, Instant now) {
    var email = comment.author().email();
    if (!comment.submission().wantsMail()
        || comment.status() == Comment.Status.REJECTED
        || MailAddress.find(email).isEmpty()) {
      return Optional.empty();
    }
    var before = ReaderSubscription.find(items, email, known);
    if (before.filter(subscription -> !subscription.mayBeAsked(now)).isPresent()) {
      return Optional.empty();
    }
    var person = comment.author().person();
    var asked =
        new ReaderSubscription(
            person, now, Optional.empty(), before.flatMap(ReaderSubscription::stoppedAt));
    var seen =
        items.stream()
            .filter(item -> item.key().equals(ReaderSubscription.key(person)))
            .findFirst()
            .map(item -> item.instant("askedAt"));
    return Optional.of(new ConfirmationRequest(comment, seen, asked.item(), now));
  }

  /// Adds to the transaction that stores the comment what owes the confirmation.
  public void addTo(Transaction transaction, Table table) {
    transaction.put(
        ASKED,
        table,
        asked,
        seen.isPresent() ? "askedAt = :seen" : "attribute_not_exists(pk)",
        seen.map(at -> Map.of(":seen", at)).orElse(Map.of()));
    LIMIT.count(RATE, comment.submission().client(), 1, now, table, transaction);
    Outbox.owe(
        new Mail.ReaderConfirmation(comment.articleId(), comment.id()), now, table, transaction);
  }

  /// Whether the transaction was refused for the confirmation alone. Without it the comment is
  /// stored.
  public static boolean isReason(Transaction.Refused refused) {
    return List.of(ASKED, RATE, Outbox.LABEL).containsAll(refused.existing().keySet());
  }
}
