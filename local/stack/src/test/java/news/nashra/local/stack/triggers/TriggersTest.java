package news.nashra.local.stack.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.nashra.core.http.Json;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.queues.Queues;
import news.nashra.local.stack.template.Template;
import news.nashra.local.stack.template.TemplateText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Streams and buckets of DynamoDB Local and S3Proxy, each test with a table and a bucket of its
/// own.
class TriggersTest {
  private static final LocalAws aws = LocalAws.inMemory();
  private static int tests;

  @TempDir Path progress;
  private String table = "";
  private String bucket = "";

  @BeforeAll
  static void start() {
    aws.createBucket("unused"); // the first call of a client is slow
  }

  @AfterAll
  static void stop() {
    aws.close();
  }

  @BeforeEach
  void createTableAndBucket() {
    table = "Table" + tests;
    bucket = "Bucket" + tests++;
    aws.createTable(Template.physicalName(table));
    aws.createBucket(Template.physicalName(bucket));
  }

  @Test
  void wantedRecordsComeInOrderInBatchesAsLargeAsTheTemplateSays() throws IOException {
    var press = RecordingFunction.silent("Press");
    var filter =
        "FilterCriteria: { Filters: [ { Pattern: "
            + "'{\"dynamodb\": {\"Keys\": {\"sk\": {\"S\": [{\"prefix\": \"SHOWN#\"}]}}}}' } ] }";
    for (int i = 0; i < 5; i++) {
      put("ARTICLE#1", "SHOWN#" + i);
      put("ARTICLE#1", "HEAD#" + i);
    }
    try (var triggers =
        triggers(press, "StartingPosition: TRIM_HORIZON, BatchSize: 2, " + filter)) {
      triggers.settle();
      assertThat(sortKeys(press))
          .containsExactly("SHOWN#0", "SHOWN#1", "SHOWN#2", "SHOWN#3", "SHOWN#4");
      assertThat(press.events()).allMatch(event -> event.path("Records").size() <= 2);
    }
  }

  @Test
  void aRecordHasTheImagesBeforeAndAfterIt() throws IOException {
    var press = RecordingFunction.silent("Press");
    put("ARTICLE#1", "HEAD", Map.of("n", AttributeValue.fromN("1")));
    put(
        "ARTICLE#1",
        "HEAD",
        Map.of(
            "n", AttributeValue.fromN("2"),
            "on", AttributeValue.fromBool(true),
            "list", AttributeValue.fromL(List.of(AttributeValue.fromS("x"))),
            "map", AttributeValue.fromM(Map.of("y", AttributeValue.fromS("z")))));
    try (var triggers = triggers(press, "StartingPosition: TRIM_HORIZON")) {
      triggers.settle();
    }
    var records = records(press).toList();
    assertThat(records).hasSize(2);
    var change = records.getLast();
    assertThat(change.path("eventName").asText()).isEqualTo("MODIFY");
    assertThat(change.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(change.at("/dynamodb/StreamViewType").asText()).isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(change.at("/dynamodb/Keys"))
        .isEqualTo(Json.read("{\"pk\": {\"S\": \"ARTICLE#1\"}, \"sk\": {\"S\": \"HEAD\"}}"));
    assertThat(change.at("/dynamodb/OldImage/n")).isEqualTo(Json.read("{\"N\": \"1\"}"));
    var image = change.at("/dynamodb/NewImage");
    assertThat(image.path("n")).isEqualTo(Json.read("{\"N\": \"2\"}"));
    assertThat(image.path("on")).isEqualTo(Json.read("{\"BOOL\": true}"));
    assertThat(image.path("list")).isEqualTo(Json.read("{\"L\": [{\"S\": \"x\"}]}"));
    assertThat(image.path("map")).isEqualTo(Json.read("{\"M\": {\"y\": {\"S\": \"z\"}}}"));
  }

  @Test
  void aStreamIsReadOnFromWhereItWasLeft() throws IOException {
    var before = RecordingFunction.silent("Press");
    put("ARTICLE#1", "first");
    try (var triggers = triggers(before, "StartingPosition: TRIM_HORIZON")) {
      triggers.settle();
    }
    put("ARTICLE#1", "second");
    var after = RecordingFunction.silent("Press");
    try (var triggers = triggers(after, "StartingPosition: TRIM_HORIZON")) {
      triggers.settle();
    }
    assertThat(sortKeys(before)).containsExactly("first");
    assertThat(sortKeys(after)).containsExactly("second");
  }

  @Test
  void latestLeavesOutWhatWasThereBefore() throws IOException {
    var press = RecordingFunction.silent("Press");
    put("ARTICLE#1", "before");
    try (var triggers = triggers(press, "StartingPosition: LATEST")) {
      triggers.settle();
      put("ARTICLE#1", "after");
      triggers.settle();
    }
    assertThat(sortKeys(press)).containsExactly("after");
  }

  @Test
  void recordsOfAPartitionStayInOrderInTheirLane() throws IOException {
    var press = RecordingFunction.silent("Press");
    for (int i = 0; i < 10; i++) {
      put("ARTICLE#A", "A" + i);
      put("ARTICLE#B", "B" + i);
    }
    try (var triggers =
        triggers(press, "StartingPosition: TRIM_HORIZON, BatchSize: 3, ParallelizationFactor: 4")) {
      triggers.settle();
    }
    for (var partition : List.of("A", "B")) {
      assertThat(sortKeys(press).filter(key -> key.startsWith(partition)))
          .containsExactlyElementsOf(IntStream.range(0, 10).mapToObj(i -> partition + i).toList());
    }
    assertThat(press.events())
        .as("the two are in different lanes, and a batch is of one lane")
        .allMatch(event ->
            event.at("/Records").findValuesAsText("S").stream()
                    .filter(value -> value.startsWith("ARTICLE#"))
                    .distinct()
                    .count()
                == 1);
  }

  @Test
  void eachObjectOfABucketIsAnEvent() throws IOException {
    var press = RecordingFunction.silent("Press");
    upload("before.jpg");
    try (var triggers = triggers(press, "StartingPosition: LATEST")) {
      triggers.settle();
      upload("after.jpg");
      triggers.settle();
      triggers.settle();
    }
    assertThat(press.events()).hasSize(2);
    assertThat(press.events().getLast())
        .isEqualTo(
            Json.read(
                """
                {"Records": [{"eventSource": "aws:s3", "eventName": "ObjectCreated:Put", "s3": {
                  "bucket": {"name": "%s"},
                  "object": {"key": "after.jpg", "size": 3, "eTag": "%s"}}}]}
                """
                    .formatted(Template.physicalName(bucket), "900150983cd24fb0d6963f7d28e17f72")));
    assertThat(press.events().getFirst().at("/Records/0/s3/object/key").asText())
        .isEqualTo("before.jpg");
  }

  private Triggers triggers(RecordingFunction press, String properties) throws IOException {
    var template =
        TemplateText.parse(
            """
            Resources:
              %1$s: { Type: AWS::DynamoDB::Table }
              %2$s: { Type: AWS::S3::Bucket }
              Press: { Type: AWS::Serverless::Function, Properties: { Events: {
                Uploaded: { Type: S3, Properties:
                  { Bucket: !Ref %2$s, Events: "s3:ObjectCreated:*" } },
                Heads: { Type: DynamoDB, Properties:
                  { Stream: !GetAtt %1$s.StreamArn, MaximumRetryAttempts: 1, %3$s } } } } }
            """
                .formatted(table, bucket, properties));
    var triggers =
        new Triggers(
            template,
            Map.of("Press", press),
            aws,
            Queues.of(template, progress.resolve("queues"), InstantSource.system()),
            progress);
    triggers.startStreams();
    return triggers;
  }

  private void put(String pk, String sk) {
    put(pk, sk, Map.of());
  }

  private void put(String pk, String sk, Map<String, AttributeValue> more) {
    var item = new HashMap<>(more);
    item.put("pk", AttributeValue.fromS(pk));
    item.put("sk", AttributeValue.fromS(sk));
    aws.dynamoDb().putItem(r -> r.tableName(Template.physicalName(table)).item(item));
  }

  private void upload(String key) {
    aws.s3()
        .putObject(
            r -> r.bucket(Template.physicalName(bucket)).key(key), RequestBody.fromString("abc"));
  }

  private static Stream<String> sortKeys(RecordingFunction function) {
    return records(function).map(record -> record.at("/dynamodb/Keys/sk/S").asText());
  }

  private static Stream<JsonNode> records(RecordingFunction function) {
    var records = new ArrayList<JsonNode>();
    function.events().forEach(event -> event.path("Records").forEach(records::add));
    return records.stream();
  }
}
