package news.nashra.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import news.nashra.local.aws.LocalAws;
import news.nashra.local.stack.Main;
import news.nashra.local.stack.Reader;
import news.nashra.local.stack.runtime.TemporaryFolder;

/// A newspaper in a process of its own, which can be killed while DynamoDB and S3 go on, as they do
/// in AWS.
final class KillableNewspaper implements AutoCloseable {
  /// Ten minutes: a newspaper that was killed takes its time to start on a busy machine.
  private static final int TRIES = 6000;

  private final Path data;
  private final URI uri;
  private final LocalAws aws;
  private final Reader people;
  private Process process;

  private KillableNewspaper(Path data, int port) throws IOException {
    this.data = data;
    this.uri = URI.create("http://localhost:" + port);
    this.aws = LocalAws.at(data);
    this.people = new Reader(uri, 0);
    this.process = run();
  }

  /// Starts one that has no articles.
  static KillableNewspaper start() throws IOException {
    return new KillableNewspaper(TemporaryFolder.create(), freePort());
  }

  URI uri() {
    return uri;
  }

  /// Kills the functions and the web server without warning (`kill -9`).
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
    process = run();
  }

  /// Sends a request until it is answered.
  ///
  /// @param as whose token it has
  HttpResponse<String> insist(String as, String path, Request request) {
    return insist(() -> {
      var token = people.send(HttpRequest.newBuilder(uri.resolve("/local/token?as=" + as)));
      var builder =
          HttpRequest.newBuilder(uri.resolve(path))
              .header("Authorization", "Bearer " + token.body())
              .header("Content-Type", "application/json");
      return people.send(request.on(builder));
    });
  }

  /// What a reader gets.
  HttpResponse<String> get(String path) {
    return insist(() -> people.send(HttpRequest.newBuilder(uri.resolve(path))));
  }

  /// Completes a request.
  interface Request {
    HttpRequest.Builder on(HttpRequest.Builder builder);
  }

  /// Tries again while the newspaper is down or says 503.
  static <T> T insist(Supplier<T> attempt) {
    for (int tries = 0; ; tries++) {
      try {
        var answer = attempt.get();
        boolean down = answer instanceof HttpResponse<?> http && http.statusCode() >= 500;
        if (!down || tries == TRIES) {
          return answer;
        }
      } catch (UncheckedIOException e) {
        if (tries == TRIES) {
          throw e;
        }
      }
      Waiting.pause(Duration.ofMillis(100));
    }
  }

  private Process run() throws IOException {
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
    builder.environment().put("NASHRA_PORT", Integer.toString(uri.getPort()));
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

  @Override
  public void close() throws InterruptedException {
    kill();
    people.close();
    aws.close();
  }
}
