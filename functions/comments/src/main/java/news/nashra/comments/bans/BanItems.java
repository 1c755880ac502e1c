package news.nashra.comments.bans;

import java.time.Instant;
import news.nashra.comments.bans.Ban.BannedSender;
import news.nashra.comments.bans.Ban.Kind;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;

/// Bans as items of the comments table. A ban has two, which DynamoDB forgets when it ends: one to
/// recognise a sender by, and a line in the list of bans. What moderators did stays in a log, which
/// does not say who was banned.
final class BanItems {
  /// The list of bans.
  static final String LIST = "BANS";

  /// What moderators did.
  static final String LOG = "BANLOG";

  private static final String SORT_KEY = "BAN";

  private BanItems() {}

  /// The key of the item by which a sender is recognised. Each sender has a partition of their own,
  /// because every comment asks for it.
  static Key key(BannedSender sender) {
    return new Key("BAN#" + sender.kind().word() + "#" + sender.hash(), SORT_KEY);
  }

  /// The key of the line in the list.
  static Key lineKey(String articleId, String commentId, Kind kind) {
    return new Key(LIST, articleId + "#" + commentId + "#" + kind.word());
  }

  static Key lineKey(Ban ban) {
    return lineKey(ban.articleId(), ban.commentId(), ban.sender().kind());
  }

  static Item item(Ban ban) {
    return at(key(ban.sender()), ban);
  }

  static Item line(Ban ban) {
    return at(lineKey(ban), ban);
  }

  /// A line in the log.
  ///
  /// @param act `ban` or `lift`
  /// @param by the moderator's user name
  static Item logged(String act, Ban ban, String by, Instant at) {
    return Item.at(LOG, Instants.format(at) + "#" + lineKey(ban).sk() + "#" + by)
        .with("act", act)
        .with("by", by)
        .with("until", ban.until())
        .with("reason", ban.origin().reason());
  }

  static Ban read(Item item) {
    return new Ban(
        new BannedSender(Kind.find(item.text("kind")).orElseThrow(), item.text("hash")),
        item.text("articleId"),
        item.text("commentId"),
        item.instant("until"),
        new Ban.Origin(item.instant("bannedAt"), item.text("bannedBy"), item.text("reason")));
  }

  private static Item at(Key key, Ban ban) {
    return Item.at(key.pk(), key.sk())
        .with("kind", ban.sender().kind().word())
        .with("hash", ban.sender().hash())
        .with("articleId", ban.articleId())
        .with("commentId", ban.commentId())
        .with("until", ban.until())
        .with("bannedAt", ban.origin().at())
        .with("bannedBy", ban.origin().by())
        .with("reason", ban.origin().reason())
        .with(Item.EXPIRES, ban.until().getEpochSecond());
  }
}
