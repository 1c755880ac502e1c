package news.nashra.comments;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import news.nashra.core.Ids;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.http.Json;

/// Reads and writes comments as items of the comments table.
public final class CommentItems {
  /// Sort keys of comments: this prefix and the comment's id.
  public static final String SORT_KEY_PREFIX = "COMMENT#";

  /// Lists comments by status, oldest first.
  public static final Table.Index QUEUE = new Table.Index("queue", "queue", "queued");

  /// Lists the comments of a person.
  public static final Table.Index PERSON = new Table.Index("by-person", "person", "queued");

  /// A partition of an index takes 1,000 writes per second, so each status has several.
  private static final int SHARDS_PER_STATUS = 10;

  private CommentItems() {}

  public static Item item(Comment comment) {
    return Item.at(Threads.partition(comment.articleId()), SORT_KEY_PREFIX + comment.id())
        .with("name", comment.author().name())
        .with("email", comment.author().email())
        .with("title", comment.text().title())
        .with("body", comment.text().body())
        .with("status", comment.status().word())
        .with("submittedAt", comment.submittedAt())
        .with("client", comment.submission().client())
        .with("terms", comment.submission().terms())
        .with("reference", comment.reference())
        .withFlag("notify", comment.submission().wantsMail())
        .with("revision", comment.revision())
        .with("flags", comment.review().flags().stream().map(CommentItems::json).toList())
        .with("history", comment.review().history().stream().map(CommentItems::json).toList())
        .with("replies", comment.replies().versions().stream().map(CommentItems::json).toList())
        .with(QUEUE.partitionKey(), queuePartition(comment.status(), shard(comment.id())))
        .with(QUEUE.sortKey(), queueKey(comment))
        .with(PERSON.partitionKey(), comment.author().person());
  }

  /// A comment that is in no queue, and that DynamoDB forgets.
  public static Item forgotten(Comment comment, Instant at) {
    return item(comment).without(QUEUE.partitionKey()).with(Item.EXPIRES, at.getEpochSecond());
  }

  /// Whether moderators see an item.
  public static boolean isQueued(Item comment) {
    return comment.find(QUEUE.partitionKey()).isPresent();
  }

  public static Comment read(Item item) {
    return new Comment(
        item.pk().substring(Threads.partition("").length()),
        item.sk().substring(SORT_KEY_PREFIX.length()),
        new Comment.Author(item.text("name"), item.text("email"), item.text(PERSON.partitionKey())),
        new Comment.Text(item.text("title"), item.text("body")),
        new Comment.Submission(
            item.instant("submittedAt"),
            item.text("client"),
            item.text("terms"),
            item.text("reference"),
            item.flag("notify")),
        status(item.text("status")).orElseThrow(),
        new Comment.Review(
            item.texts("flags").stream().map(CommentItems::flag).toList(),
            item.number("revision"),
            item.texts("history").stream().map(CommentItems::decision).toList(),
            new Replies(item.texts("replies").stream().map(CommentItems::version).toList())));
  }

  public static Key key(String articleId, String id) {
    return new Key(Threads.partition(articleId), SORT_KEY_PREFIX + id);
  }

  public static Optional<Comment> find(Table table, String articleId, String id) {
    return table.get(Threads.partition(articleId), SORT_KEY_PREFIX + id).map(CommentItems::read);
  }

  /// The sort key of a comment in the queue: `<submittedAt>#<id>`.
  public static String queueKey(Comment comment) {
    return Instants.format(comment.submittedAt()) + "#" + comment.id();
  }

  /// The partition key of a shard in the queue.
  private static String queuePartition(Comment.Status status, int shard) {
    return status.word() + "#" + shard;
  }

  /// What `query` finds in each partition of the queue of a status.
  public static List<List<Item>> ofQueue(
      Comment.Status status, Function<String, List<Item>> query) {
    return Parallel.all(
        IntStream.range(0, SHARDS_PER_STATUS)
            .mapToObj(shard -> queuePartition(status, shard))
            .<Callable<List<Item>>>map(partition -> () -> query.apply(partition))
            .toList());
  }

  public static Optional<Comment.Status> status(String word) {
    return List.of(Comment.Status.values()).stream().filter(s -> s.word().equals(word)).findFirst();
  }

  private static int shard(String id) {
    return Math.floorMod(Ids.toBytes(id)[Ids.BYTES - 1], SHARDS_PER_STATUS);
  }

  private static String json(Flag flag) {
    return Json.write(flag);
  }

  private static Flag flag(String text) {
    var json = Json.read(text);
    return new Flag(
        json.path("rule").asText(), json.path("field").asText(), json.path("matched").asText());
  }

  private static String json(Comment.PastDecision decided) {
    return Json.write(
        Map.of(
            "at", Instants.format(decided.at()),
            "by", decided.by(),
            "decision", decided.decision().word(),
            "reason", decided.reason()));
  }

  private static Comment.PastDecision decision(String text) {
    var json = Json.read(text);
    return new Comment.PastDecision(
        Instants.parse(json.path("at").asText()),
        json.path("by").asText(),
        Decision.find(json.path("decision").asText()).orElseThrow(),
        json.path("reason").asText());
  }

  private static String json(Replies.Version version) {
    var json = new LinkedHashMap<String, String>();
    json.put("at", Instants.format(version.at()));
    json.put("by", version.by());
    version.body().ifPresent(body -> json.put("body", body));
    json.put("since", Instants.format(version.since()));
    return Json.write(json);
  }

  private static Replies.Version version(String text) {
    var json = Json.read(text);
    return new Replies.Version(
        Instants.parse(json.path("at").asText()),
        json.path("by").asText(),
        Optional.ofNullable(json.get("body")).map(JsonNode::asText),
        Instants.parse(json.path("since").asText()));
  }
}
