package news.nashra.comments.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;

/// A moderator's subscription to the digest of the queue.
///
/// @param moderator the user name
/// @param id a new one for each address, so that a link in an old mail does not touch a new
///   subscription
/// @param confirmedAt when the address was confirmed
public record DigestSubscription(
    String moderator, String email, String id, Instant askedAt, Optional<Instant> confirmedAt) {
  /// A confirmation can be given for this time.
  static final Duration CONFIRMABLE_FOR = Duration.ofDays(7);

  /// Then a moderator subscribes again, if they still are one.
  static final Duration KEPT_FOR = Duration.ofDays(366);

  private static final String PARTITION = "DIGESTS";

  private static Key key(String moderator) {
    return new Key(PARTITION, moderator);
  }

  /// All that have not ended. There are as many as moderators.
  public static List<DigestSubscription> all(Table table, Instant now) {
    return table.partition(PARTITION).stream()
        .filter(item -> item.findTime(Item.EXPIRES).filter(now::isBefore).isPresent())
        .map(DigestSubscription::read)
        .toList();
  }

  public static Optional<DigestSubscription> of(String moderator, Table table, Instant now) {
    return all(table, now).stream().filter(s -> s.moderator().equals(moderator)).findFirst();
  }

  public static Optional<DigestSubscription> find(String id, Table table, Instant now) {
    return all(table, now).stream().filter(s -> s.id().equals(id)).findFirst();
  }

  private static DigestSubscription read(Item item) {
    return new DigestSubscription(
        item.sk(),
        item.text("email"),
        item.text("subscription"),
        item.instant("askedAt"),
        item.findInstant("confirmedAt"));
  }

  public Item item() {
    var until = confirmedAt.map(at -> at.plus(KEPT_FOR)).orElse(askedAt.plus(CONFIRMABLE_FOR));
    return Item.at(PARTITION, moderator)
        .with("email", email)
        .with("subscription", id)
        .with("askedAt", askedAt)
        .with("confirmedAt", confirmedAt)
        .with(Item.EXPIRES, until.getEpochSecond());
  }

  /// Remembers that the address was confirmed.
  ///
  /// @return whether the subscription was still the same
  boolean confirm(Table table, Instant at) {
    var confirmed = new DigestSubscription(moderator, email, id, askedAt, Optional.of(at));
    return table.put(confirmed.item(), "subscription = :id", Map.of(":id", id));
  }

  /// Ends it.
  public void end(Table table) {
    table.delete(key(moderator), "subscription = :id", Map.of(":id", id));
  }
}
