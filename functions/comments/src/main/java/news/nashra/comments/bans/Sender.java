package news.nashra.comments.bans;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.comments.CommentKeys;
import news.nashra.comments.Person;
import news.nashra.comments.bans.Ban.BannedSender;
import news.nashra.comments.bans.Ban.Kind;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;

/// Who sends a comment, under each of the newsroom's keys: a ban that was made with an earlier key
/// is found too.
public record Sender(List<BannedSender> identities) {
  public Sender {
    identities = List.copyOf(identities);
  }

  /// @param address the network address
  public static Sender of(String email, String address, CommentKeys keys) {
    return new Sender(
        Stream.concat(
                persons(email, keys).stream(),
                keys.all().stream()
                    .map(key -> new BannedSender(Kind.ADDRESS, addressKey(address, key))))
            .toList());
  }

  static List<BannedSender> persons(String email, CommentKeys keys) {
    return Person.keys(email, keys).stream()
        .map(hash -> new BannedSender(Kind.PERSON, hash))
        .toList();
  }

  /// Hashes a network address.
  public static String addressKey(String address, KeyedHash key) {
    return key.base64Url("client", address);
  }

  /// The keys of the items that would ban the sender.
  public List<Key> banKeys() {
    return identities.stream().map(BanItems::key).toList();
  }

  /// The ban that is in force for the sender.
  ///
  /// @param items those of [#banKeys()] that exist, and others
  public Optional<Ban> banned(Collection<Item> items, Instant now) {
    var keys = banKeys();
    return items.stream()
        .filter(item -> keys.contains(item.key()))
        .map(BanItems::read)
        // DynamoDB may delete expired items much later.
        .filter(ban -> ban.inForce(now))
        .findFirst();
  }
}
