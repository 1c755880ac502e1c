package news.nashra.testing.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Stands in for Lambda's [Runtime
/// API](https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html): the runtime of one
/// function asks it for events and sends it the answers.
public final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpServer server;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> questions = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> ready = new LinkedBlockingQueue<>();
  private final CountDownLatch restored = new CountDownLatch(1);

  /// @param at when it had come, by [System#nanoTime]
  private record Answer(String path, String body, long at) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
    server.start();
  }

  /// As `AWS_LAMBDA_RUNTIME_API` has it.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Waits until the function has started and asks for an event.
  ///
  /// @return when it did, by [System#nanoTime]
  public long started() throws InterruptedException {
    return await(questions);
  }

  private long await(BlockingQueue<Long> times) throws InterruptedException {
    var at = times.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (at == null) {
      throw new IllegalStateException("the function did not start: " + answers.poll());
    }
    return at;
  }

  /// Waits until a snapshot of a function with SnapStart can be taken.
  ///
  /// @return when it was, by [System#nanoTime]
  public long ready() throws InterruptedException {
    return await(ready);
  }

  /// Tells the function that it was restored.
  public void restore() {
    restored.countDown();
  }

  /// Hands over an event, and waits for the answer.
  ///
  /// @return when it had come, by [System#nanoTime]
  public long invoke(byte[] event, String expected) throws InterruptedException {
    events.add(event);
    var answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (answer == null || !answer.path().endsWith("/response")) {
      throw new IllegalStateException("the function failed: " + answer);
    }
    // Some languages write a space between a name and its value.
    if (!answer.body().replace("\": ", "\":").contains(expected)) {
      throw new IllegalStateException("not what was expected: " + answer.body());
    }
    return answer.at();
  }

  private void serve(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.equals(PREFIX + "invocation/next")) {
      questions.add(System.nanoTime());
      hand(exchange);
      return;
    }
    if (path.equals(PREFIX + "restore/next")) {
      ready.add(System.nanoTime());
      awaitRestore(exchange);
      return;
    }
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    answers.add(new Answer(path, body, System.nanoTime()));
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
  }

  private void awaitRestore(HttpExchange exchange) throws IOException {
    try {
      restored.await();
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void hand(HttpExchange exchange) throws IOException {
    try {
      var event = events.take();
      var headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", "8476a536-e9f4-11e8-9739-2dfe598c3fcd");
      headers.add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 30_000));
      headers.add(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:eu-west-3:123456789012:function:measured");
      headers.add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
      exchange.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
