package news.nashra.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import news.nashra.core.http.Json;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.Main;
import news.nashra.local.stack.Reader;
import org.junit.jupiter.api.Test;

/// Five hundred comments on one article, with repetitions, replays, and functions that are killed
/// in between, while DynamoDB and S3 go on, as they do in AWS: what was answered with 202 is in the
/// table, once, and nothing else is.
class FloodTest {
  private static final int COMMENTS = 500;
  private static final int COMMENTS_OF_A_READER = 5;

  /// Ten minutes: a newspaper that was killed takes its time to start on a busy machine.
  private static final int TRIES = 6000;

  private final AtomicInteger acknowledged = new AtomicInteger();
  private final Map<String, String> references = new ConcurrentHashMap<>();

  @Test
  void whatWasAcknowledgedIsThereOnce() throws Exception {
    var data = Files.createTempDirectory("nashra-flood");
    int port = freePort();
    var newspaper = URI.create("http://localhost:" + port);
    var aws = LocalAws.at(data);
    var process = start(data, port, aws);
    try (aws;
        var reader = new Reader(newspaper, 0)) {
      var published = insist(() -> publish(newspaper, reader));
      assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
      var article = Json.read(published.body()).path("id").asText();
      try (var readers = Executors.newFixedThreadPool(8)) {
        var all = new ArrayList<Future<?>>();
        for (int i = 0; i < COMMENTS / COMMENTS_OF_A_READER; i++) {
          int number = 1 + i;
          all.add(readers.submit(() -> comment(newspaper, article, number)));
        }
        for (int kill = 1; kill <= 2; kill++) {
          await(COMMENTS * kill / 3);
          process.destroyForcibly().waitFor();
          process = start(data, port, aws);
        }
        for (var one : all) {
          one.get(10, TimeUnit.MINUTES);
        }
      }
      var stored = stored(newspaper, reader, article);
      assertThat(stored.keySet()).isEqualTo(references.keySet());
      assertThat(stored).hasSize(COMMENTS);
      for (var reference : references.values()) {
        var status = HttpRequest.newBuilder(newspaper.resolve("/api/comments/" + reference));
        assertThat(reader.send(status).statusCode()).isEqualTo(200);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /// Five comments of one reader. Each is sent until it is answered; some twice, and of some the
  /// proof is used for another comment.
  private void comment(URI newspaper, String article, int number) {
    try (var reader = new Reader(newspaper, number)) {
      for (int i = 0; i < COMMENTS_OF_A_READER; i++) {
        var comment = Newspaper.comment().put("body", "تعليق " + number + " " + i);
        comment.put("altcha", insist(() -> reader.proof(article)));
        keep(comment, insist(() -> reader.comment(article, comment)));
        if (i % 2 == 0) {
          keep(comment, insist(() -> reader.comment(article, comment)));
        } else {
          var replay = comment.deepCopy().put("body", "إعادة " + number + " " + i);
          assertThat(insist(() -> reader.comment(article, replay)).statusCode()).isEqualTo(422);
        }
      }
    }
  }

  private void keep(ObjectNode comment, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    var reference = Json.read(answer.body()).path("reference").asText();
    var first = references.putIfAbsent(comment.path("body").asText(), reference);
    assertThat(first == null || first.equals(reference)).as("one reference").isTrue();
    acknowledged.incrementAndGet();
  }

  private interface Try<T> {
    T now();
  }

  /// Tries again while the newspaper is down or says 503.
  private static <T> T insist(Try<T> attempt) {
    for (int tries = 0; ; tries++) {
      try {
        var answer = attempt.now();
        boolean down = answer instanceof HttpResponse<?> http && http.statusCode() >= 500;
        if (!down || tries == TRIES) {
          return answer;
        }
      } catch (UncheckedIOException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
      pause();
    }
  }

  private void await(int count) {
    for (int tries = 0; acknowledged.get() < count; tries++) {
      assertThat(tries).as(acknowledged + " were acknowledged").isLessThan(TRIES);
      pause();
    }
  }

  private static void pause() {
    Waiting.pause(Duration.ofMillis(100));
  }

  /// The comments in the table, by their bodies.
  private static Map<String, JsonNode> stored(URI newspaper, Reader reader, String article) {
    var stored = new HashMap<String, JsonNode>();
    var next = "";
    do {
      var page =
          Json.read(
              reader
                  .send(
                      authorized(
                          newspaper,
                          reader,
                          "moderator",
                          "/api/comments?limit=100&article=" + article + next))
                  .body());
      for (var item : page.path("items")) {
        assertThat(stored.put(item.path("body").asText(), item)).as("stored twice").isNull();
      }
      next = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!next.isEmpty());
    return stored;
  }

  private static HttpResponse<String> publish(URI newspaper, Reader reader) {
    return reader.send(
        authorized(newspaper, reader, "editor", "/api/articles")
            .header("Content-Type", "application/json")
            .POST(Newspaper.json(Newspaper.article())));
  }

  private static HttpRequest.Builder authorized(
      URI newspaper, Reader reader, String as, String path) {
    var token = HttpRequest.newBuilder(newspaper.resolve("/local/token?as=" + as));
    return HttpRequest.newBuilder(newspaper.resolve(path))
        .header("Authorization", "Bearer " + reader.send(token).body());
  }

  private static Process start(Path data, int port, LocalAws aws) throws IOException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dnashra.home=" + Newspaper.HOME.toAbsolutePath(),
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Main.class.getName());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("NASHRA_DATA", data.toString());
    builder.environment().put("NASHRA_PORT", Integer.toString(port));
    builder.environment().put("NASHRA_DYNAMODB", aws.endpoints().dynamoDb().toString());
    builder.environment().put("NASHRA_S3", aws.endpoints().s3().toString());
    builder.environment().put("NASHRA_DEMO", "no");
    builder.environment().put("NASHRA_PARAMETERS", "ChallengeMaxNumber=1000");
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
