package news.nashra.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Hands requests to a newspaper, and loses the first answer to each method and address: by turns
/// it says 503, or breaks the connection, after the newspaper has done what was asked.
final class FaultyProxy implements AutoCloseable {
  private static final Set<String> FORWARDED = // the rest belongs to the connection
      Set.of("authorization", "content-type", "idempotency-key", "if-match");

  private final URI newspaper;
  private final HttpServer server;
  private final Set<String> lost = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();

  FaultyProxy(URI newspaper) throws IOException {
    this.newspaper = newspaper;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Methods and addresses of which an answer was lost.
  Set<String> lost() {
    return new TreeSet<>(lost);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = forward(exchange);
      var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
      if (!lost.add(call)) {
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      } else if (turn.getAndIncrement() % 2 == 0) {
        exchange.sendResponseHeaders(503, -1);
      }
    }
  }

  /// From the address of the client, by which a newspaper tells readers apart.
  private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
    var request =
        HttpRequest.newBuilder(newspaper.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, values.getFirst());
          }
        });
    try (var http =
        HttpClient.newBuilder()
            .localAddress(exchange.getRemoteAddress().getAddress())
            .version(HttpClient.Version.HTTP_1_1)
            .build()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
