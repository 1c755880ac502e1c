package news.nashra.simulation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import news.nashra.local.aws.DirectAws;
import news.nashra.local.aws.DirectS3;
import news.nashra.local.aws.LocalAws;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// DynamoDB Local and the store of S3Proxy in this process, shared by one world after another.
final class Backend implements AutoCloseable {
  private final AtomicLong worlds = new AtomicLong();
  private final DirectAws aws = new DirectAws();

  DynamoDbClient dynamoDb() {
    return aws.dynamoDb();
  }

  DirectS3 s3() {
    return aws.s3();
  }

  /// Creates empty tables and buckets.
  Names newWorld() {
    var names = new Names(worlds.incrementAndGet());
    LocalAws.createTable(dynamoDb(), names.articles());
    LocalAws.createTable(
        dynamoDb(),
        names.comments(),
        new LocalAws.Index("queue", "queue", "queued", "KEYS_ONLY"),
        new LocalAws.Index("by-person", "person", "queued", "KEYS_ONLY"));
    LocalAws.createTable(dynamoDb(), names.media());
    for (var bucket : List.of(names.site(), names.uploads(), names.again())) {
      s3().createBucket(r -> r.bucket(bucket));
    }
    return names;
  }

  /// Deletes the tables of a world. Its objects stay until the end; they take little memory.
  void forget(Names names) {
    for (var table : List.of(names.articles(), names.comments(), names.media())) {
      dynamoDb().deleteTable(r -> r.tableName(table));
    }
  }

  @Override
  public void close() {
    aws.close();
  }
}
