package news.nashra.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.s3.S3Client;

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
  void whoeverRunsInTheProcessGetsTheAnswersOfHttp() {
    AWS.createTable("answered");
    AWS.createBucket("answered");
    try (var remote = LocalAws.running(AWS.endpoints())) {
      assertThat(answers(AWS)).isEqualTo(answers(remote));
    }
  }

  private static List<String> answers(LocalAws aws) {
    var s3 = aws.s3();
    var answers = new ArrayList<String>();
    var body = RequestBody.fromString("text");
    answers.add(
        "put "
            + s3.putObject(
                    r -> r.bucket("answered").key("a").contentType("text/x").metadata(Map.of()),
                    body)
                .eTag());
    var head = s3.headObject(r -> r.bucket("answered").key("a"));
    answers.add("head " + head.eTag() + head.contentType() + head.contentLength());
    answers.add("metadata " + head.metadata());
    answers.add("get " + s3.getObjectAsBytes(r -> r.bucket("answered").key("a")).response().eTag());
    s3.listObjectsV2(r -> r.bucket("answered"))
        .contents()
        .forEach(object -> answers.add("list " + object.key() + object.eTag() + object.size()));
    answers.add("exists " + fault(() -> putNew(s3)));
    answers.add("missing " + fault(() -> s3.headObject(r -> r.bucket("answered").key("b"))));
    var dynamoDb = aws.dynamoDb();
    var item = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("b"));
    dynamoDb.putItem(r -> r.tableName("answered").item(item));
    answers.add("item " + dynamoDb.getItem(r -> r.tableName("answered").key(item)).item());
    var other = Map.of("pk", AttributeValue.fromS("a"), "sk", AttributeValue.fromS("c"));
    answers.add("none " + dynamoDb.getItem(r -> r.tableName("answered").key(other)).hasItem());
    answers.add("refused " + fault(() -> putOnce(dynamoDb, item)));
    answers.add(
        "cancelled "
            + fault(() ->
                dynamoDb.transactWriteItems(r ->
                    r.transactItems(t ->
                        t.put(p ->
                            p.tableName("answered").item(item).conditionExpression("pk = sk"))))));
    answers.add("no table " + fault(() -> dynamoDb.scan(r -> r.tableName("nowhere"))));
    return answers;
  }

  private static void putNew(S3Client s3) {
    s3.putObject(
        r -> r.bucket("answered").key("a").ifNoneMatch("*"), RequestBody.fromString("other"));
  }

  private static void putOnce(DynamoDbClient dynamoDb, Map<String, AttributeValue> item) {
    dynamoDb.putItem(
        r -> r.tableName("answered").item(item).conditionExpression("attribute_not_exists(pk)"));
  }

  private static String fault(Runnable call) {
    try {
      call.run();
      return "none";
    } catch (TransactionCanceledException e) {
      return e.cancellationReasons().stream().map(reason -> reason.code()).toList().toString();
    } catch (AwsServiceException e) {
      return e.getClass().getSimpleName() + e.statusCode() + e.awsErrorDetails().errorCode();
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
