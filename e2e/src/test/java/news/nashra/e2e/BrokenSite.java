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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Hands requests to a newspaper, and answers some of them otherwise.
final class BrokenSite implements AutoCloseable {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /// What goes wrong.
  ///
  /// @param path a pattern
  /// @param from which request of that kind on
  /// @param answer a status and a body, or `the first` for what the newspaper answered first
  /// @param step of the check that is to tell
  record Fault(String name, String method, String path, int from, String answer, String step) {
    static Fault read(String line) {
      var cells = line.split(" \\| ");
      return new Fault(
          cells[0], cells[1], cells[2], Integer.parseInt(cells[3]), cells[4], cells[5].strip());
    }

    boolean concerns(HttpExchange exchange) {
      return exchange.getRequestMethod().equals(method)
          && exchange.getRequestURI().getPath().matches(path);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private record Given(int status, byte[] body) {}

  private final URI newspaper;
  private final Fault fault;
  private final HttpServer server;
  private final AtomicInteger concerned = new AtomicInteger();
  private volatile @Nullable Given first;

  BrokenSite(URI newspaper, Fault fault) throws IOException {
    this.newspaper = newspaper;
    this.fault = fault;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean broken = fault.concerns(exchange) && concerned.incrementAndGet() >= fault.from();
      var given = broken ? otherwise() : forward(exchange);
      if (first == null && fault.concerns(exchange)) {
        first = given;
      }
      exchange.sendResponseHeaders(given.status(), given.body().length);
      exchange.getResponseBody().write(given.body());
    }
  }

  private Given otherwise() {
    var kept = first;
    if (fault.answer().equals("the first") && kept != null) {
      return kept;
    }
    var parts = fault.answer().split(" ", 2);
    return new Given(Integer.parseInt(parts[0]), parts[1].getBytes(StandardCharsets.UTF_8));
  }

  private Given forward(HttpExchange exchange) throws IOException {
    var request =
        HttpRequest.newBuilder(newspaper.resolve(exchange.getRequestURI().toString()))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Given(answer.statusCode(), answer.body());
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
