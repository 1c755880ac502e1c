package news.nashra.local.stack.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;

class CallRecorderTest {
  private final List<String> calls = new ArrayList<>();

  @BeforeEach
  void listen() {
    CallRecorder.set(calls::add);
  }

  @AfterEach
  void listenNoMore() {
    CallRecorder.set(line -> {});
  }

  @Test
  void anItemIsNamedByItsPartition() {
    send(GetItemRequest.builder().tableName("articles").key(key("AUTHORS")).build());
    assertThat(calls).containsExactly("dynamodb:GetItem\tarticles\tAUTHORS");
  }

  @Test
  void aQueryNamesItsIndex() {
    var query =
        QueryRequest.builder()
            .tableName("comments")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("pending#1")));
    send(query.build());
    send(query.indexName("queue").build());
    assertThat(calls)
        .containsExactly(
            "dynamodb:Query\tcomments\tpending#1",
            "dynamodb:Query\tcomments/index/queue\tpending#1");
  }

  @Test
  void aBatchAndATransactionNeedThePermissionsOfTheirParts() {
    send(
        BatchGetItemRequest.builder()
            .requestItems(
                Map.of("media", KeysAndAttributes.builder().keys(key("A"), key("B")).build()))
            .build());
    send(
        TransactWriteItemsRequest.builder()
            .transactItems(
                TransactWriteItem.builder().put(p -> p.tableName("t").item(key("P"))).build(),
                TransactWriteItem.builder().update(u -> u.tableName("t").key(key("U"))).build(),
                TransactWriteItem.builder().delete(d -> d.tableName("t").key(key("D"))).build(),
                TransactWriteItem.builder()
                    .conditionCheck(c -> c.tableName("t").key(key("C")))
                    .build())
            .build());
    assertThat(calls)
        .containsExactly(
            "dynamodb:BatchGetItem\tmedia\tA",
            "dynamodb:BatchGetItem\tmedia\tB",
            "dynamodb:PutItem\tt\tP",
            "dynamodb:UpdateItem\tt\tU",
            "dynamodb:DeleteItem\tt\tD",
            "dynamodb:ConditionCheckItem\tt\tC");
  }

  @Test
  void anObjectIsNamedByItsPathAndAListByItsPrefix() {
    send(PutObjectRequest.builder().bucket("site").key("media/x/1.jpg").build());
    send(HeadObjectRequest.builder().bucket("site").key("index.html").build());
    send(ListObjectsV2Request.builder().bucket("site").prefix("media/x/").build());
    assertThat(calls)
        .containsExactly(
            "s3:PutObject\tsite/media/x/1.jpg\t",
            "s3:GetObject\tsite/index.html\t",
            "s3:ListBucket\tsite\tmedia/x/");
  }

  @Test
  void aSecretIsNamed() {
    send(GetSecretValueRequest.builder().secretId("CommentKey").build());
    assertThat(calls).containsExactly("secretsmanager:GetSecretValue\tCommentKey\t");
  }

  @Test
  void aCallOfANewKindIsNoPermission() {
    send(DescribeTableRequest.builder().tableName("articles").build());
    assertThat(calls).containsExactly("unknown:DescribeTableRequest\t\t");
  }

  private static Map<String, AttributeValue> key(String partition) {
    return Map.of("pk", AttributeValue.fromS(partition));
  }

  private static void send(SdkRequest request) {
    new CallRecorder().beforeExecution(() -> request, new ExecutionAttributes());
  }
}
