package news.nashra.comments.moderation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import news.nashra.comments.Comment;
import news.nashra.comments.CommentItems;
import news.nashra.comments.Threads;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.http.AnswerRoom;
import news.nashra.core.http.Cursor;

/// Comments as moderators see them, oldest first: either all of a status, merged from its shards,
/// or those of one article. A page costs the same however long the queue is. The pending ones of an
/// article are looked for among all that are pending: few, where its thread may have thousands that
/// were decided. Thread-safe.
final class ModerationQueue {
  /// The most comments that are read for one page. A page may hold fewer than its limit if its flag
  /// is rare, or pending comments on its article are rare among more than these.
  private static final int MAX_COMMENTS_READ = 1000;

  /// Where only those of one article count, as many of the queue are looked at together.
  private static final int PLACES_OF_OTHERS = 100;

  /// A comment appears in the queue at most this long after the instant that it is ordered by.
  /// Within that time a cursor does not move past the instant; it lists the later comments that
  /// were already returned.
  private static final Duration MAX_DELAY = Duration.ofSeconds(10);

  /// The most ids in a cursor, so that an address with it has less than the [8,192
  /// bytes](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html)
  /// that CloudFront takes: an id is 36 of them. Beyond these ids the cursor moves on, and a
  /// comment that appears late may be missed.
  private static final int MAX_SEEN_IDS = 200;

  private final Table table;
  private final InstantSource clock;
  private final int maxRead;

  ModerationQueue(Table table, InstantSource clock) {
    this(table, clock, MAX_COMMENTS_READ);
  }

  /// @param maxRead the most comments that are read for one page
  ModerationQueue(Table table, InstantSource clock, int maxRead) {
    this.table = table;
    this.clock = clock;
    this.maxRead = maxRead;
  }

  /// @param article only comments on this article
  /// @param rule only comments with a flag of this rule
  record Filter(Comment.Status status, Optional<String> article, Optional<String> rule) {
    /// The article whose thread is read: it has little else than these. Empty where the queue of
    /// the status is.
    Optional<String> thread() {
      return article.filter(id -> status != Comment.Status.PENDING);
    }

    /// Whether comments on other articles are come across as well.
    boolean isAmongOthers() {
      return article.isPresent() && thread().isEmpty();
    }

    boolean includes(Position position) {
      return article.isEmpty() || position.pk().equals(Threads.partition(article.get()));
    }

    boolean matches(Comment comment) {
      return comment.status() == status
          && (rule.isEmpty()
              || comment.review().flags().stream()
                  .anyMatch(flag -> flag.rule().equals(rule.get())));
    }
  }

  /// How large a page may be: an answer that is too long ends early, and has a cursor.
  ///
  /// @param limit the most comments
  /// @param text what the answer says of a comment
  record Size(int limit, Function<Comment, String> text) {}

  /// All pending comments.
  private static final Filter PENDING =
      new Filter(Comment.Status.PENDING, Optional.empty(), Optional.empty());

  /// A page of the queue, and the cursor of the next one.
  record Found(List<Comment> comments, Optional<Cursor> next) {}

  /// The position of a comment: its key in the queue, `<submittedAt>#<id>`, and its partition key
  /// in the table.
  private record Position(String key, String pk) {
    static Position of(Item item) {
      return new Position(item.text(CommentItems.QUEUE.sortKey()), item.pk());
    }
  }

  private record Batch(List<Position> positions, boolean more) {}

  /// Returns the next comments that match `filter`, as many as `size` allows.
  Found page(Filter filter, Optional<Cursor> cursor, Size size) {
    int limit = size.limit();
    var room = new AnswerRoom();
    var seen = cursor.map(Cursor::seen).orElse(List.of());
    var settledBefore = Instants.format(clock.instant().minus(MAX_DELAY)) + "#";
    var position = cursor.map(Cursor::key).orElse("");
    var settledKey = position; // late comments can only come after it
    var found = new ArrayList<Comment>();
    boolean more = true;
    boolean full = false;
    for (int read = 0; more && !full && found.size() < limit && read < maxRead; ) {
      var batch = batch(filter, position, limit);
      var comments = read(filter, batch.positions());
      more = batch.more();
      for (var next : batch.positions()) {
        var listed =
            Optional.ofNullable(comments.get(next.key()))
                .filter(comment -> !seen.contains(comment.id()));
        full =
            found.size() == limit
                || listed.filter(comment -> !room.take(size.text().apply(comment))).isPresent();
        if (full) {
          more = true;
          break;
        }
        position = next.key();
        settledKey = position.compareTo(settledBefore) < 0 ? position : settledKey;
        listed.ifPresent(found::add);
      }
      read += Math.max(1, batch.positions().size());
    }
    return new Found(
        found, more ? Optional.of(next(position, settledKey, seen, found)) : Optional.empty());
  }

  /// Returns when the oldest pending comment was submitted. It is taken from `found`, the answer to
  /// `filter` and `cursor`, if that begins with it, and queried otherwise.
  Optional<Instant> oldestPending(Filter filter, Optional<Cursor> cursor, Found found) {
    if (filter.equals(PENDING) && cursor.isEmpty() && !found.comments().isEmpty()) {
      return Optional.of(found.comments().getFirst().submittedAt());
    }
    return oldestPending();
  }

  /// Returns when the oldest pending comment was submitted.
  Optional<Instant> oldestPending() {
    return batch(PENDING, "", 1).positions().stream()
        .findFirst()
        .map(place -> Ids.instant(id(place.key())));
  }

  private static Cursor next(
      String position, String settledKey, List<String> seen, List<Comment> found) {
    var beyond = new ArrayList<String>();
    seen.stream().filter(id -> after(id, settledKey)).forEach(beyond::add);
    found.stream().map(Comment::id).filter(id -> after(id, settledKey)).forEach(beyond::add);
    return settledKey.isEmpty() || beyond.size() > MAX_SEEN_IDS || beyond.isEmpty()
        ? Cursor.at(position)
        : new Cursor(settledKey, beyond);
  }

  private static boolean after(String id, String place) {
    return (Instants.format(Ids.instant(id)) + "#" + id).compareTo(place) > 0;
  }

  private Batch batch(Filter filter, String position, int limit) {
    int places = filter.isAmongOthers() ? Math.max(limit, PLACES_OF_OTHERS) : limit;
    var all =
        filter
            .thread()
            .map(article -> ofArticle(article, position, places + 1))
            .orElseGet(() -> ofStatus(filter.status(), position, places + 1));
    return new Batch(all.subList(0, Math.min(places, all.size())), all.size() > places);
  }

  private List<Position> ofStatus(Comment.Status status, String position, int limit) {
    var after = Optional.of(position).filter(key -> !key.isEmpty());
    return CommentItems.ofQueue(
            status, partition -> table.queryIndex(CommentItems.QUEUE, partition, after, limit))
        .stream()
        .flatMap(List::stream)
        .map(Position::of)
        .sorted(Comparator.comparing(Position::key))
        .limit(limit)
        .toList();
  }

  private List<Position> ofArticle(String article, String position, int limit) {
    var after = CommentItems.SORT_KEY_PREFIX + (position.isEmpty() ? "" : id(position));
    return table
        .following(Threads.partition(article), CommentItems.SORT_KEY_PREFIX, after, limit)
        .stream()
        .map(Position::of)
        .toList();
  }

  private Map<String, Comment> read(Filter filter, List<Position> positions) {
    var comments = new HashMap<String, Comment>();
    var keys = positions.stream().filter(filter::includes).map(ModerationQueue::item).toList();
    for (var item : table.get(keys)) {
      if (!CommentItems.isQueued(item)) {
        continue; // of a hidden article
      }
      var comment = CommentItems.read(item);
      if (filter.matches(comment)) {
        comments.put(CommentItems.queueKey(comment), comment);
      }
    }
    return comments;
  }

  private static Key item(Position place) {
    return new Key(place.pk(), CommentItems.SORT_KEY_PREFIX + id(place.key()));
  }

  private static String id(String key) {
    return key.substring(key.indexOf('#') + 1);
  }
}
