package news.nashra.core.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A server that gives the answers it was told to give, in order.
class ServiceCallsTest {
  private static final String ITEM = "{\"Item\": {\"pk\": {\"S\": \"مفتاح\"}}}";

  private HttpServer server;
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<HttpExchange> asked = new ArrayList<>();

  private record Reply(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.start();
  }

  private void reply(HttpExchange exchange) throws IOException {
    asked.add(exchange);
    exchange.getRequestBody().readAllBytes();
    var reply = replies.removeFirst();
    var body = reply.body().getBytes(UTF_8);
    if (reply.status() > 0) {
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalServerError",
    "503, ServiceUnavailable",
    "400, ThrottlingException",
    "400, ProvisionedThroughputExceededException",
    "400, RequestLimitExceeded",
    "400, TransactionInProgressException",
    "0, the connection breaks off"
  })
  void whatMayPassIsAskedAgain(int status, String code) {
    replies.add(
        new Reply(status, "{\"__type\": \"com.amazonaws.dynamodb.v20120810#" + code + "\"}"));
    replies.add(new Reply(200, ITEM));
    assertThat(get().orElseThrow().pk()).isEqualTo("مفتاح");
    assertThat(asked).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ValidationException",
    "400, ResourceNotFoundException",
    "400, AccessDeniedException",
    "413, ''"
  })
  void whatCannotPassIsAskedOnce(int status, String code) {
    var body = "{\"__type\": \"x#" + code + "\", \"message\": \"no\"}";
    replies.add(new Reply(status, body));
    assertThatThrownBy(this::get)
        .isInstanceOfSatisfying(
            DynamoDbException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(status);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e).hasMessageContaining("no");
            });
    assertThat(asked).hasSize(1);
  }

  @Test
  void anOutageIsGivenUp() {
    for (int i = 0; i < 20; i++) {
      replies.add(new Reply(503, "<html>Service Unavailable</html>"));
    }
    assertThatThrownBy(this::get)
        .isInstanceOfSatisfying(
            DynamoDbException.class, e -> assertThat(AwsFailure.isTransient(e)).isTrue());
    assertThat(asked).hasSize(8);
  }

  @Test
  void noServerIsNoAnswer() {
    var table = table();
    server.stop(0);
    assertThatThrownBy(() -> table.get("p", "s"))
        .isInstanceOf(SdkClientException.class)
        .hasMessageContaining("no answer from 127.0.0.1");
  }

  @Test
  void aRefusalHasTheClassThatTheSdkGivesIt() {
    replies.add(new Reply(400, "{\"__type\": \"x#ConditionalCheckFailedException\"}"));
    assertThat(table().put(Item.at("p", "s"), "n = :n", Map.of(":n", 1))).isFalse();
    replies.add(
        new Reply(
            400,
            """
            {"__type": "x#TransactionCanceledException", "Message": "canceled", "CancellationReasons": [
              {"Code": "None"},
              {"Code": "ConditionalCheckFailed", "Message": "no", "Item": {"n": {"N": "12"}, "l": {"L": [{"BOOL": true}]}}}
            ]}\
            """));
    var refused =
        (Transaction.Refused)
            table()
                .commit(
                    new Transaction()
                        .put(table(), Item.at("p", "s"))
                        .create("second", table(), Item.at("p", "t")));
    assertThat(refused.item("second").orElseThrow().number("n")).isEqualTo(12);
    assertThat(asked).hasSize(2);
  }

  @Test
  void whatIsNotKnownOfAnAnswerIsSkipped() {
    replies.add(
        new Reply(
            200,
            """
            {"New": {"a": [1, {"b": 2}]}, "ConsumedCapacity": {"CapacityUnits": 0.5}, "Item": {"pk": {"S": "p"}}}\
            """));
    assertThat(get()).isPresent();
  }

  @Test
  void aRequestIsSigned() {
    replies.add(new Reply(200, "{}"));
    get();
    var headers = asked.getFirst().getRequestHeaders();
    assertThat(headers.getFirst("X-Amz-Target")).isEqualTo("DynamoDB_20120810.GetItem");
    assertThat(headers.getFirst("Content-Type")).isEqualTo("application/x-amz-json-1.0");
    assertThat(headers.getFirst("X-Amz-Security-Token")).isEqualTo("session");
    assertThat(headers.getFirst("Authorization"))
        .contains("/eu-west-3/dynamodb/aws4_request", "host;", ";x-amz-target");
  }

  @Test
  void aBucketSaysWhyInXmlOrNotAtAll() {
    var s3 = aws().s3();
    replies.add(
        new Reply(403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>"));
    assertThatThrownBy(() -> s3.getObjectAsBytes(r -> r.bucket("b").key("k")))
        .isInstanceOfSatisfying(
            S3Exception.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied"));
    replies.add(new Reply(404, ""));
    assertThatThrownBy(() -> s3.headObject(r -> r.bucket("b").key("k")))
        .isInstanceOf(NoSuchKeyException.class);
    replies.add(new Reply(412, "<Error><Code>PreconditionFailed</Code></Error>"));
    assertThatThrownBy(() -> s3.deleteObject(r -> r.bucket("b").key("k").ifMatch("\"e\"")))
        .isInstanceOfSatisfying(S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(412));
    assertThat(asked.getLast().getRequestHeaders().getFirst("If-Match")).isEqualTo("\"e\"");
  }

  @Test
  void aKeyIsEncodedOnce() {
    replies.add(new Reply(200, "x"));
    aws().s3().getObjectAsBytes(r -> r.bucket("b").key("خبر/a b+c~d*e.html"));
    assertThat(asked.getFirst().getRequestURI().getRawPath())
        .isEqualTo("/b/%D8%AE%D8%A8%D8%B1/a%20b%2Bc~d%2Ae.html");
  }

  private Optional<Item> get() {
    return table().get("p", "s");
  }

  private Table table() {
    return aws().table("TABLE");
  }

  private Aws aws() {
    var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    return new Aws(
        new Settings(
            Map.of(
                "TABLE", "t",
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "session",
                "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
                "AWS_ENDPOINT_URL_S3", endpoint)));
  }
}
