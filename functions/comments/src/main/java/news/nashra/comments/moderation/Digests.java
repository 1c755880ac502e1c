package news.nashra.comments.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Threads;
import news.nashra.comments.mail.DigestSubscription;
import news.nashra.comments.mail.Mail;
import news.nashra.comments.mail.Outbox;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Owes the digest of the queue to the moderators who subscribed to it: in the day, at most once an
/// hour, and only if a comment waits that came after the last digest. Thread-safe.
///
/// @param zone of the edition, in which it is day or night
record Digests(Table table, ZoneId zone, InstantSource clock) {
  /// Digests are owed from this hour on.
  static final int FIRST_HOUR = 7;

  /// Digests are owed before this hour.
  static final int LAST_HOUR = 22;

  static final Duration BETWEEN = Duration.ofHours(1);

  /// More comments of a shard are not counted.
  static final int MAX_PER_SHARD = 500;

  private static final int MAX_ARTICLES = 10;

  /// A transaction takes 100 writes, and each digest two.
  private static final int MAX_DIGESTS = 49;

  private static final String PARTITION = "DIGEST";
  private static final String SORT_KEY = "LAST";

  /// The comments that wait, newest first, as the index knows them.
  ///
  /// @param more whether there are others
  private record Queue(List<Item> keys, boolean more) {}

  /// Owes them, if they are due. Of two calls at the same time, one does.
  ///
  /// @param oldest since when the oldest pending comment waits
  void oweIfDue(Instant oldest) {
    var now = Instants.now(clock);
    int hour = now.atZone(zone).getHour();
    if (hour < FIRST_HOUR || hour >= LAST_HOUR) {
      return;
    }
    var subscriptions =
        DigestSubscription.all(table, now).stream()
            .filter(subscription -> subscription.confirmedAt().isPresent())
            .limit(MAX_DIGESTS)
            .toList();
    var last = table.get(List.of(Item.at(PARTITION, SORT_KEY).key())).stream().findFirst();
    boolean recent =
        last.map(item -> item.instant("owedAt").plus(BETWEEN)).filter(now::isBefore).isPresent();
    if (subscriptions.isEmpty() || recent) {
      return;
    }
    var queue = queue();
    var newest = last.map(item -> item.text("newest")).orElse("");
    if (queue.keys().isEmpty() || position(queue.keys().getFirst()).compareTo(newest) <= 0) {
      return;
    }
    owe(subscriptions, waiting(queue, oldest, now), position(queue.keys().getFirst()), last);
  }

  /// @param newest the position of the newest comment that waits
  /// @param last what is remembered of the last digest
  private void owe(
      List<DigestSubscription> subscriptions,
      Mail.Waiting waiting,
      String newest,
      Optional<Item> last) {
    var transaction =
        new Transaction()
            .put(
                "last",
                table,
                Item.at(PARTITION, SORT_KEY).with("owedAt", waiting.at()).with("newest", newest),
                last.isPresent() ? "owedAt = :seen" : "attribute_not_exists(pk)",
                last.map(item -> Map.of(":seen", item.instant("owedAt"))).orElse(Map.of()));
    subscriptions.forEach(subscription ->
        Outbox.owe(new Mail.Digest(subscription.id(), waiting), waiting.at(), table, transaction));
    table.commit(transaction);
  }

  private Queue queue() {
    var found =
        CommentItems.ofQueue(
            Comment.Status.PENDING,
            partition ->
                table.newestOfIndex(
                    CommentItems.QUEUE, partition, Optional.empty(), MAX_PER_SHARD + 1));
    return new Queue(
        found.stream()
            .flatMap(shard -> shard.stream().limit(MAX_PER_SHARD))
            .sorted(Comparator.comparing(Digests::position).reversed())
            .toList(),
        found.stream().anyMatch(shard -> shard.size() > MAX_PER_SHARD));
  }

  private Mail.Waiting waiting(Queue queue, Instant oldest, Instant now) {
    var counts =
        queue.keys().stream()
            .map(item -> item.pk().substring(Threads.partition("").length()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    var most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
            .limit(MAX_ARTICLES)
            .toList();
    var threads = Threads.find(table, most.stream().map(Map.Entry::getKey).toList());
    return new Mail.Waiting(
        now,
        queue.keys().size(),
        queue.more(),
        oldest,
        most.stream()
            .flatMap(count ->
                Optional.ofNullable(threads.get(count.getKey())).stream()
                    .map(thread -> new Mail.WaitingArticle(thread.headline(), count.getValue())))
            .toList());
  }

  /// The position in the queue, which sorts by time.
  private static String position(Item item) {
    return item.text(CommentItems.QUEUE.sortKey());
  }
}
