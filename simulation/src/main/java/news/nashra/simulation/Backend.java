package news.nashra.simulation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.local.aws.DirectS3;
import news.nashra.local.aws.LocalAws;
import org.jspecify.annotations.NullUnmarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/// DynamoDB Local and the store of S3Proxy in this process, shared by one world after another.
/// Without HTTP: a call takes a tenth of the time.
@NullUnmarked
final class Backend implements AutoCloseable {
  private final AtomicLong worlds = new AtomicLong();
  private final AmazonDynamoDBLocal local;
  private final DynamoDbClient dynamoDb;
  private final DirectS3 s3 = new DirectS3();

  Backend() {
    // Before DynamoDB Local is loaded: it logs every request otherwise.
    System.setProperty("log4j2.configurationFile", "nashra-log4j2.properties");
    this.local = DynamoDBEmbedded.create(null, true);
    this.dynamoDb = local.dynamoDbClient();
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  DirectS3 s3() {
    return s3;
  }

  /// Empty tables and buckets.
  Names newWorld() {
    var names = new Names(worlds.incrementAndGet());
    LocalAws.createTable(dynamoDb, names.articles());
    LocalAws.createTable(
        dynamoDb,
        names.comments(),
        new LocalAws.Index("queue", "queue", "queued", "KEYS_ONLY"),
        new LocalAws.Index("by-person", "person", "queued", "KEYS_ONLY"));
    LocalAws.createTable(dynamoDb, names.media());
    for (var bucket : List.of(names.site(), names.uploads(), names.again())) {
      s3.createBucket(r -> r.bucket(bucket));
    }
    return names;
  }

  /// Forgets the tables of a world. Its objects stay until the end: they take little.
  void forget(Names names) {
    for (var table : List.of(names.articles(), names.comments(), names.media())) {
      dynamoDb.deleteTable(r -> r.tableName(table));
    }
  }

  @Override
  public void close() {
    s3.close();
    local.shutdownNow();
  }
}
