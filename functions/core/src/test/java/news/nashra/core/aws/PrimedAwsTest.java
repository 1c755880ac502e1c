package news.nashra.core.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.nashra.core.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A server that notes what reaches it.
class PrimedAwsTest {
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private PrimedAws primed;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(
              exchange.getRequestMethod()
                  + " "
                  + headers.getFirst("Connection")
                  + " "
                  + headers.getFirst("Authorization"));
          exchange.sendResponseHeaders(403, -1);
          exchange.close();
        });
    server.start();
    primed = new PrimedAws(new Settings(settings()));
  }

  private Map<String, String> settings() {
    var endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        "TABLE", "t",
        "BUCKET", "b",
        "SECRET", "arn",
        "AWS_REGION", "eu-west-3",
        "AWS_ACCESS_KEY_ID", "key",
        "AWS_SECRET_ACCESS_KEY", "secret",
        "AWS_ENDPOINT_URL_DYNAMODB", endpoint,
        "AWS_ENDPOINT_URL_S3", endpoint,
        "AWS_ENDPOINT_URL_SECRETS_MANAGER", endpoint);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void whatWasPutIsGot() {
    var table = primed.aws().table("TABLE");
    var first = Item.at("ARTICLE#1", "CURRENT").with("headline", "خبر");
    var second = Item.at("ARTICLE#2", "CURRENT").with("headline", "آخر");
    table.put(first);
    assertThat(table.commit(new Transaction().put(table, second)))
        .isInstanceOf(Transaction.Committed.class);
    assertThat(table.get("ARTICLE#1", "CURRENT")).contains(first);
    assertThat(table.get(List.of(first.key(), second.key(), new Key("ARTICLE#3", "CURRENT"))))
        .containsExactlyInAnyOrder(first, second);
    assertThat(table.get("ARTICLE#3", "CURRENT")).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void aBucketIsEmptyAndTakesEachObject() {
    var bucket = primed.aws().bucket("BUCKET");
    var page = new Bucket.NewObject("index.html", new byte[1], "text/html", "no-cache", Map.of());
    assertThat(bucket.create(page)).isNotEmpty();
    assertThat(bucket.head("index.html")).isEmpty();
    assertThat(bucket.list("", Optional.empty()).objects()).isEmpty();
    bucket.delete("index.html", "\"1\"");
    assertThat(asked).isEmpty();
  }

  @Test
  void aSecretKeepsNone() {
    var secret = Secret.of(primed.aws(), "SECRET", text -> text, InstantSource.system());
    assertThat(secret.get()).startsWith("{\"turn1\":").doesNotContainAnyWhitespaces();
    assertThat(asked).isEmpty();
  }

  @Test
  void aConnectionSendsNothingOfTheFunctionAndIsClosed() throws IOException {
    primed.aws().table("TABLE").get("p", "s");
    primed.aws().bucket("BUCKET").head("index.html");
    assertThat(primed.servers()).hasSize(1);
    Connections.tryOut(primed.servers().iterator().next());
    assertThat(asked).containsExactly("HEAD close null");
  }

  @Test
  void theCredentialsOfTheFunctionAreNotAskedFor() {
    var environment = new HashMap<>(settings());
    var credentials = "http://127.0.0.1:" + server.getAddress().getPort() + "/credentials";
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials);
    new PrimedAws(new Settings(environment)).aws().table("TABLE").get("p", "s");
    assertThat(asked).isEmpty();
  }

  @Test
  void noClientOfTheSdkIsMade() {
    var aws = primed.aws();
    assertThatThrownBy(() -> aws.configure(DynamoDbClient.builder(), "AWS_ENDPOINT_URL_DYNAMODB"))
        .hasMessageContaining("AWS_ENDPOINT_URL_DYNAMODB");
  }
}
