package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class WritesTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void writesOfItemsAndObjectsAreCountedAndReadsAreNot() throws Exception {
    try (var aws = LocalAws.inMemory()) {
      aws.createTable("table");
      aws.createBucket("bucket");
      long items = aws.tableWrites().count();
      long objects = aws.objectWrites().count();
      var key = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));

      aws.dynamoDb().getItem(r -> r.tableName("table").key(key));
      assertThat(aws.tableWrites().count()).isEqualTo(items);
      aws.dynamoDb().putItem(r -> r.tableName("table").item(key));
      aws.tableWrites().awaitMoreThan(items, LONG); // the answer may come before the count
      assertThat(aws.tableWrites().count()).isEqualTo(items + 1);

      aws.s3().listObjectsV2(r -> r.bucket("bucket"));
      assertThat(aws.objectWrites().count()).isEqualTo(objects);
      aws.s3().putObject(r -> r.bucket("bucket").key("a"), RequestBody.fromString("b"));
      aws.objectWrites().awaitMoreThan(objects, LONG);
      assertThat(aws.objectWrites().count()).isEqualTo(objects + 1);
    }
  }

  @Test
  void aWriteWakesWhoeverWaits() throws Exception {
    var writes = Writes.none();
    var waiting = waiting(writes);
    writes.announce();
    waiting.get(1, TimeUnit.MINUTES);
  }

  @Test
  void aWriteBeforeTheWaitIsNotMissed() throws Exception {
    var writes = Writes.none();
    long seen = writes.count();
    writes.announce();
    long start = System.nanoTime();
    writes.awaitMoreThan(seen, LONG);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
  }

  @Test
  void nobodyWaitsForWritesThatAreNotCounted() throws Exception {
    waiting(Writes.unknown()).get(1, TimeUnit.MINUTES);
  }

  private static CompletableFuture<Void> waiting(Writes writes) {
    return CompletableFuture.runAsync(() -> {
      try {
        writes.awaitMoreThan(0, LONG);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
