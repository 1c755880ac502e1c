package news.nashra.comments.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Person;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;

/// Whether a reader's address wants mail. The address itself is not kept here, only its keyed hash:
/// what is sent goes to the address of the comment.
///
/// @param person see [Person]
/// @param askedAt when the last confirmation was owed
/// @param confirmedAt when the reader confirmed; empty if they have not, or have unsubscribed
/// @param stoppedAt when they last unsubscribed. No comment of before counts any more
record ReaderSubscription(
    String person, Instant askedAt, Optional<Instant> confirmedAt, Optional<Instant> stoppedAt) {
  /// An address is asked once in this time, whoever asks for it.
  static final Duration BETWEEN_CONFIRMATIONS = Duration.ofDays(1);

  /// A confirmation can be given for this time.
  static final Duration CONFIRMABLE_FOR = Duration.ofDays(7);

  /// Then the reader is asked again. An unsubscription is remembered as long.
  static final Duration KEPT_FOR = Duration.ofDays(366);

  private static final String SORT_KEY = "READER";

  static Key key(String person) {
    return new Key("READER#" + person, SORT_KEY);
  }

  /// The keys under which an address may be known, the current one first.
  static List<Key> keys(String email, CommentKeys keys) {
    return Person.keys(email, keys).stream().map(ReaderSubscription::key).toList();
  }

  /// The subscription of an address; of several, made with different keys of the newsroom, the one
  /// that was asked for last.
  ///
  /// @param items those of [#keys] that exist, and others
  static Optional<ReaderSubscription> find(
      Collection<Item> items, String email, CommentKeys known) {
    var keys = keys(email, known);
    return items.stream()
        .filter(item -> keys.contains(item.key()))
        .map(ReaderSubscription::read)
        .max(Comparator.comparing(ReaderSubscription::askedAt));
  }

  private static ReaderSubscription read(Item item) {
    return new ReaderSubscription(
        item.pk().substring(key("").pk().length()),
        item.instant("askedAt"),
        item.findInstant("confirmedAt"),
        item.findInstant("stoppedAt"));
  }

  Item item() {
    var item =
        Item.at(key(person).pk(), SORT_KEY)
            .with("askedAt", askedAt)
            .with("confirmedAt", confirmedAt)
            .with("stoppedAt", stoppedAt);
    return item.with(Item.EXPIRES, expires().getEpochSecond());
  }

  private Instant expires() {
    var ends = askedAt.plus(CONFIRMABLE_FOR);
    for (var at : List.of(confirmedAt, stoppedAt)) {
      ends = at.map(a -> a.plus(KEPT_FOR)).filter(ends::isBefore).orElse(ends);
    }
    return ends;
  }

  ReaderSubscription confirmed(Instant at) {
    return new ReaderSubscription(person, askedAt, Optional.of(at), stoppedAt);
  }

  boolean isConfirmed(Instant now) {
    return confirmedAt.filter(at -> now.isBefore(at.plus(KEPT_FOR))).isPresent();
  }

  /// Whether the link in the last confirmation is good.
  boolean isConfirmable(Instant now) {
    return now.isBefore(askedAt.plus(CONFIRMABLE_FOR))
        && stoppedAt.filter(at -> !at.isBefore(askedAt)).isEmpty();
  }

  /// Whether a confirmation may be sent.
  boolean mayBeAsked(Instant now) {
    return !isConfirmed(now) && !now.isBefore(askedAt.plus(BETWEEN_CONFIRMATIONS));
  }

  /// Whether the reader is told of a reply to a comment of theirs.
  boolean wants(Comment comment, Instant now) {
    return comment.submission().wantsMail()
        && isConfirmed(now)
        && stoppedAt.filter(at -> !comment.submittedAt().isAfter(at)).isEmpty();
  }
}
