package news.nashra.local.stack.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import news.nashra.local.stack.template.StackFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebServerTest {
  private static final String LONG = "خبر".repeat(200);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final WebServer SERVER = bind();

  @BeforeAll
  static void start() {
    SERVER.route("/", WebServerTest::echo);
    SERVER.route("/long/", request -> Answer.text(200, LONG));
    SERVER.route("/same/", request -> Answer.of(304, Map.of("etag", "\"1\"")));
    SERVER.route(
        "/typed/",
        request -> new Answer(200, Map.of("content-type", request.query()), LONG.getBytes(UTF_8)));
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
    HTTP.close();
  }

  @Test
  void headersAreInLowerCaseAndThoseOfOneNameAreJoined() throws Exception {
    var answer =
        send(
            request("/a%20b?q=%D8%AF&r")
                .header("X-Tag", "a")
                .header("x-tag", "b, c")
                .POST(BodyPublishers.ofString("body")));
    assertThat(answer).isEqualTo("POST /a%20b q=%D8%AF&r a,b, c body 127.0.0.1");
  }

  @Test
  void aPathThatBeginsWithTwoSlashesStaysOne() throws Exception {
    assertThat(send(HttpRequest.newBuilder(URI.create(SERVER.uri() + "//evil.example/a%20b?q"))))
        .isEqualTo("GET //evil.example/a%20b q   127.0.0.1");
  }

  @Test
  void textIsCompressedForWhoeverAcceptsIt() throws Exception {
    var answer =
        HTTP.send(
            request("/long/").header("Accept-Encoding", "br, gzip").build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("vary")).contains("Accept-Encoding");
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(gzip.readAllBytes(), UTF_8)).isEqualTo(LONG);
    }
  }

  @Test
  void textIsSentAsItIsToOthers() throws Exception {
    var answer = HTTP.send(request("/long/").build(), BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo(LONG);
  }

  @Test
  void textIsSentAsItIsToWhoeverRefusesCompression() throws Exception {
    var answer =
        HTTP.send(
            request("/long/").header("Accept-Encoding", "gzip;q=0, br").build(),
            BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("content-encoding")).isEmpty();
    assertThat(answer.body()).isEqualTo(LONG);
  }

  @Test
  void anAddressThatCloudFrontWouldNotTakeIsRefused() throws Exception {
    assertThat(status("/long/?" + "x".repeat(8192 - 7))).isEqualTo(200);
    assertThat(status("/long/?" + "x".repeat(8192 - 6))).isEqualTo(414);
  }

  private static int status(String path) throws Exception {
    return HTTP.send(request(path).build(), BodyHandlers.ofString()).statusCode();
  }

  @ParameterizedTest
  @CsvSource({
    "text/html;charset=utf-8, gzip",
    "application/rss+xml, gzip",
    "application/json, gzip",
    "application/feed+json, ",
    "application/manifest+json, ",
    "image/svg+xml, gzip",
    "image/webp, ",
    "image/x-icon, ",
  })
  void theTypesAreCompressedThatCloudFrontCompresses(String type, String encoding)
      throws Exception {
    var answer =
        HTTP.send(
            request("/typed/?" + type).header("Accept-Encoding", "gzip").build(),
            BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-encoding"))
        .isEqualTo(Optional.ofNullable(encoding));
  }

  @Test
  void headGetsTheHeadersOnly() throws Exception {
    HttpResponse<String> answer =
        HTTP.send(
            request("/long/").method("HEAD", BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain; charset=utf-8");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void anAnswerWithoutABodyIsSent() throws Exception {
    HttpResponse<String> answer = HTTP.send(request("/same/").build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(answer.headers().firstValue("etag")).contains("\"1\"");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int port = SERVER.uri().getPort();
    assertThatThrownBy(() -> WebServer.bind(port))
        .isInstanceOf(StackFault.class)
        .hasMessage(
            "port "
                + port
                + " is taken: stop what runs there, or set NASHRA_PORT to another, and NASHRA_DATA"
                + " to another folder for a second newspaper");
  }

  private static Answer echo(WebRequest request) throws IOException {
    return Answer.text(
        200,
        String.join(
            " ",
            request.method(),
            request.path(),
            request.query(),
            request.header("x-tag").orElse(""),
            new String(request.body().readAllBytes(), UTF_8),
            request.viewerIp()));
  }

  private static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(SERVER.uri().resolve(address));
  }

  private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), BodyHandlers.ofString()).body();
  }

  private static WebServer bind() {
    try {
      return WebServer.bind(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
