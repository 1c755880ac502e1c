package news.nashra.comments.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;

/// Mails as items of the comments table. Each has two: what it says and whether it was sent, and,
/// until it is in the queue, a line in the outbox.
final class MailItems {
  /// How long it is remembered that a mail was sent. A message lives in a queue and its dead-letter
  /// queue for 14 days at most.
  static final Duration KEPT_FOR = Duration.ofDays(30);

  /// A partition takes 1,000 writes per second, so the outbox has several.
  static final int SHARDS = 10;

  private static final String SORT_KEY = "MAIL";

  private MailItems() {}

  static Key key(String id) {
    return new Key("MAIL#" + id, SORT_KEY);
  }

  /// The key of the line in the outbox.
  static Key lineKey(String id) {
    return new Key(shard(Math.floorMod(id.hashCode(), SHARDS)), id);
  }

  /// The partitions of the outbox.
  static Stream<String> shards() {
    return IntStream.range(0, SHARDS).mapToObj(MailItems::shard);
  }

  static Item line(String id, Instant at) {
    return expiring(lineKey(id), at).with("owedAt", at);
  }

  static Item item(Mail mail, Instant at) {
    var item = expiring(key(mail.id()), at).with("owedAt", at);
    return switch (mail) {
      case Mail.ReaderConfirmation asked ->
          item.with("kind", "reader-confirmation")
              .with("articleId", asked.articleId())
              .with("commentId", asked.commentId());
      case Mail.Answer answer ->
          item.with("kind", "answer")
              .with("articleId", answer.articleId())
              .with("commentId", answer.commentId())
              .with("since", answer.since());
      case Mail.DigestConfirmation asked ->
          item.with("kind", "digest-confirmation").with("subscription", asked.subscription());
      case Mail.Digest digest ->
          waiting(
              item.with("kind", "digest").with("subscription", digest.subscription()),
              digest.waiting());
    };
  }

  static Mail read(Item item) {
    return switch (item.text("kind")) {
      case "reader-confirmation" ->
          new Mail.ReaderConfirmation(item.text("articleId"), item.text("commentId"));
      case "answer" ->
          new Mail.Answer(item.text("articleId"), item.text("commentId"), item.instant("since"));
      case "digest-confirmation" -> new Mail.DigestConfirmation(item.text("subscription"));
      case "digest" -> new Mail.Digest(item.text("subscription"), waiting(item));
      default -> throw new IllegalStateException("no mail of this kind: " + item.text("kind"));
    };
  }

  private static Item waiting(Item item, Mail.Waiting waiting) {
    var articles =
        waiting.articles().stream()
            .map(article -> Map.of("headline", article.headline(), "waiting", article.count()))
            .toList();
    return item.with("countedAt", waiting.at())
        .with("waiting", waiting.count())
        .withFlag("more", waiting.more())
        .with("oldest", waiting.oldest())
        .with(Map.of("articles", articles));
  }

  private static Mail.Waiting waiting(Item item) {
    return new Mail.Waiting(
        item.instant("countedAt"),
        item.number("waiting"),
        item.flag("more"),
        item.instant("oldest"),
        item.items("articles").stream()
            .map(map -> new Mail.WaitingArticle(map.text("headline"), map.number("waiting")))
            .toList());
  }

  private static String shard(int number) {
    return "OUTBOX#" + number;
  }

  private static Item expiring(Key key, Instant at) {
    return Item.at(key.pk(), key.sk()).with(Item.EXPIRES, at.plus(KEPT_FOR).getEpochSecond());
  }
}
