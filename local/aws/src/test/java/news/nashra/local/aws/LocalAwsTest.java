package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;

class LocalAwsTest {
  private static final LocalAws AWS = LocalAws.inMemory();
  private static final LocalAws.Index QUEUE =
      new LocalAws.Index("queue", "queue", "queued", "KEYS_ONLY");

  @AfterAll
  static void stop() {
    AWS.close();
  }

  @Test
  void aTableThatExistsKeepsItsItems() {
    AWS.createTable("kept");
    var item = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
    AWS.dynamoDb().putItem(r -> r.tableName("kept").item(item));
    AWS.createTable("kept");
    assertThat(AWS.dynamoDb().scan(r -> r.tableName("kept")).items()).containsExactly(item);
  }

  @Test
  void anIndexThatAnExistingTableLacksIsAdded() {
    AWS.createTable("indexed");
    AWS.createTable("indexed", QUEUE);
    AWS.createTable("indexed", QUEUE);
    assertThat(
            AWS.dynamoDb()
                .describeTable(r -> r.tableName("indexed"))
                .table()
                .globalSecondaryIndexes())
        .extracting(GlobalSecondaryIndexDescription::indexName)
        .containsExactly("queue");
  }

  @Test
  void aBucketThatExistsKeepsItsObjects() {
    AWS.createBucket("kept");
    AWS.s3().putObject(r -> r.bucket("kept").key("a"), RequestBody.fromString("text"));
    AWS.createBucket("kept");
    assertThat(AWS.s3().getObjectAsBytes(r -> r.bucket("kept").key("a")).asUtf8String())
        .isEqualTo("text");
  }

  @Test
  void aRequestWithoutASignatureIsRefused() throws IOException, InterruptedException {
    AWS.createBucket("signed");
    try (var http = HttpClient.newHttpClient()) {
      var put =
          HttpRequest.newBuilder(AWS.endpoints().s3().resolve("/signed/a"))
              .PUT(BodyPublishers.ofString("text"))
              .build();
      assertThat(http.send(put, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void callsAreCounted() {
    AWS.createTable("counted");
    var calls = new CountedCalls(AWS);
    try (var dynamoDb = calls.dynamoDb()) {
      for (var sk : new String[] {"a", "b"}) {
        dynamoDb.putItem(r ->
            r.tableName("counted")
                .item(Map.of("pk", AttributeValue.fromS("p"), "sk", AttributeValue.fromS(sk))));
      }
      dynamoDb.query(r ->
          r.tableName("counted")
              .keyConditionExpression("pk = :p")
              .expressionAttributeValues(Map.of(":p", AttributeValue.fromS("p"))));
    }
    assertThat(calls.names()).containsExactly("PutItem", "PutItem", "Query");
    assertThat(calls.count("PutItem")).isEqualTo(2);
    assertThat(calls.queried()).isEqualTo(2);
    calls.clear();
    assertThat(calls.names()).isEmpty();
    assertThat(calls.queried()).isZero();
  }
}
