package news.nashra.comments;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.comments.submit.ClientAddresses;
import news.nashra.comments.submit.OriginKeys;
import news.nashra.comments.submit.SubmitComment;
import news.nashra.core.Ids;
import news.nashra.core.KeyedHash;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.local.aws.LocalAws;
import news.nashra.site.Edition;
import news.nashra.site.Site;
import news.nashra.testing.LocalServices;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A comments table as the CloudFormation template defines it, and items for it.
public final class CommentsTable {
  public static final String ARTICLE = "01KJ4Z6V8G0000000000000001";
  public static final KeyedHash HASH = new KeyedHash("a key of the tests, long enough for it");
  public static final CommentKeys KEYS = CommentKeys.of(HASH);

  /// What the distribution sends in [ClientAddresses#KEY_HEADER].
  public static final String ORIGIN_KEY = "what the distribution of the tests sends";

  /// The edition, without mail.
  public static final Site SITE = Site.of(Edition.load(), "https://x.example");

  /// When the tests begin.
  public static final Instant NOW = Instant.parse("2026-02-23T08:00:00Z");

  private CommentsTable() {}

  /// Services with an empty comments table, whose indexes are those of the template.
  public static LocalServices services() {
    return LocalServices.with()
        .table("comments", index(CommentItems.QUEUE), index(CommentItems.PERSON));
  }

  /// The comments table, with the thread of one open article in it.
  public static Table with(DynamoDbClient dynamoDb) {
    var table = new Table(dynamoDb, "comments");
    thread(table, true, false);
    return table;
  }

  /// The function that takes comments into a table, behind a distribution with [#ORIGIN_KEY].
  public static SubmitComment submission(
      Table table, Supplier<CommentKeys> keys, long difficulty, InstantSource clock) {
    return submission(SITE, table, keys, difficulty, clock);
  }

  /// The same for a site with or without mail.
  public static SubmitComment submission(
      Site site, Table table, Supplier<CommentKeys> keys, long difficulty, InstantSource clock) {
    return new SubmitComment(
        site,
        table,
        keys,
        new ClientAddresses(() -> new OriginKeys(List.of(ORIGIN_KEY))),
        difficulty,
        new Ids(clock),
        clock);
  }

  /// Writes the thread of the article.
  public static void thread(Table table, boolean open, boolean withdrawn) {
    var thread =
        new CommentThread(
            ARTICLE,
            "/2026/03/01/x/",
            "عنوان",
            open,
            withdrawn,
            Optional.empty(),
            Optional.empty());
    var transaction = new Transaction();
    Threads.write(thread, table, transaction);
    table.commit(transaction);
  }

  /// A pending comment submitted at an instant.
  public static Comment sentAt(Instant instant) {
    var id = new Ids(InstantSource.fixed(instant)).get();
    return new Comment(
        ARTICLE,
        id,
        new Comment.Author("قارئة", "reader@example.com", Person.key("reader@example.com", HASH)),
        new Comment.Text("رأي", "تعليق"),
        new Comment.Submission(
            Ids.instant(id), "client", "2026-01", Reference.create(ARTICLE, id, HASH), false),
        Comment.Status.PENDING,
        Comment.Review.of(List.of()));
  }

  public static void put(Table table, Comment comment) {
    table.put(CommentItems.item(comment));
  }

  /// All that the table has.
  public static List<Item> scan(DynamoDbClient dynamoDb) {
    return dynamoDb.scanPaginator(r -> r.tableName("comments")).items().stream()
        .map(Item::new)
        .toList();
  }

  private static LocalAws.Index index(Table.Index index) {
    return new LocalAws.Index(index.name(), index.partitionKey(), index.sortKey(), "KEYS_ONLY");
  }
}
