package news.nashra.core.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Settings;
import news.nashra.core.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/// Real clients, a server that answers like DynamoDB, and a socket in place of the daemon.
@Isolated("it reads what is printed")
class CallTraceTest {
  private static final String PROPERTY = "com.amazonaws.xray.traceHeader";
  private static final String SAMPLED =
      "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:2:3";

  private DatagramSocket daemon;
  private HttpServer dynamoDb;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    daemon = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    dynamoDb = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    dynamoDb.createContext(
        "/",
        exchange -> {
          var answer =
              (status == 200 ? "{}" : "{\"__type\": \"ValidationException\"}").getBytes(UTF_8);
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    dynamoDb.start();
  }

  @AfterEach
  void stop() {
    System.clearProperty(PROPERTY);
    daemon.close();
    dynamoDb.stop(0);
  }

  @Test
  void aCallOfATracedRequestIsTold() throws IOException {
    System.setProperty(PROPERTY, SAMPLED);
    long before = System.currentTimeMillis();
    call();
    var told = told().orElseThrow();
    assertThat(told.path("trace_id").asText()).isEqualTo("1-5759e988-bd862e3fe1be46a994272793");
    assertThat(told.path("parent_id").asText()).isEqualTo("53995c3f42cd8ad8");
    assertThat(told.path("id").asText()).matches("[0-9a-f]{16}");
    assertThat(told.path("type").asText()).isEqualTo("subsegment");
    assertThat(told.path("name").asText()).isEqualTo("DynamoDb");
    assertThat(told.path("namespace").asText()).isEqualTo("aws");
    assertThat(told.at("/aws/operation").asText()).isEqualTo("GetItem");
    assertThat(told.at("/http/response/status").asInt()).isEqualTo(200);
    assertThat(told.path("error").asBoolean() || told.path("fault").asBoolean()).isFalse();
    assertThat(told.path("start_time").asDouble())
        .isBetween(before / 1000.0, told.path("end_time").asDouble());
  }

  @Test
  void aRefusedCallIsAnError() throws IOException {
    System.setProperty(PROPERTY, SAMPLED);
    status = 400;
    assertThatThrownBy(this::call).isInstanceOf(DynamoDbException.class);
    var told = told().orElseThrow();
    assertThat(told.path("error").asBoolean()).isTrue();
    assertThat(told.path("fault").asBoolean()).isFalse();
    assertThat(told.at("/http/response/status").asInt()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Root=1-5759e988-bd862e3fe1be46a994272793",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0",
        "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
        "Root=\",\"x\":\";Parent=53995c3f42cd8ad8;Sampled=1",
      })
  void aCallOfAnotherRequestIsNotTold(String header) throws IOException {
    System.setProperty(PROPERTY, header);
    call();
    assertThat(told()).isEmpty();
  }

  @Test
  void theDaemonMayHaveAnyPort() {
    for (var port : List.of("2000", "59999", "60000", "65535")) {
      assertThat(trace("127.0.0.1:" + port)).as(port).isPresent();
    }
    for (var port : List.of("65536", "-1", "x", "100000")) {
      assertThat(trace("127.0.0.1:" + port)).as(port).isEmpty();
    }
  }

  private static Optional<CallTrace> trace(String address) {
    return CallTrace.of(new Settings(Map.of("AWS_XRAY_DAEMON_ADDRESS", address)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere.invalid:2000", "127.0.0.1:70000", "127.0.0.1", ":", ""})
  void noDaemonIsWorthARequest(String address) {
    System.setProperty(PROPERTY, SAMPLED);
    assertThat(aws(address).table("TABLE").get("p", "s")).isEmpty();
  }

  @Test
  void aCallThroughAClientOfTheSdkIsToldTheSame() throws IOException {
    System.setProperty(PROPERTY, SAMPLED);
    var aws = aws("127.0.0.1:" + daemon.getLocalPort());
    try (var sdk = aws.configure(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB").build()) {
      sdk.listTables();
    }
    var told = told().orElseThrow();
    assertThat(told.path("name").asText()).isEqualTo("DynamoDb");
    assertThat(told.at("/aws/operation").asText()).isEqualTo("ListTables");
    assertThat(told.at("/http/response/status").asInt()).isEqualTo(200);
  }

  private void call() {
    aws("127.0.0.1:" + daemon.getLocalPort()).table("TABLE").get("p", "s");
  }

  private Aws aws(String daemonAddress) {
    return new Aws(
        new Settings(
            Map.of(
                "TABLE", "t",
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "key",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_XRAY_DAEMON_ADDRESS", daemonAddress,
                "AWS_ENDPOINT_URL_DYNAMODB",
                    "http://127.0.0.1:" + dynamoDb.getAddress().getPort())));
  }

  /// What the daemon gets within half a second.
  private Optional<JsonNode> told() throws IOException {
    daemon.setSoTimeout(500);
    var packet = new DatagramPacket(new byte[64 * 1024], 64 * 1024);
    try {
      daemon.receive(packet);
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
    var lines = new String(packet.getData(), 0, packet.getLength(), UTF_8).split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[0]).isEqualTo("{\"format\": \"json\", \"version\": 1}");
    return Optional.of(Json.read(lines[1]));
  }
}
