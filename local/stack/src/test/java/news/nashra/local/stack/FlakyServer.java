package news.nashra.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that answers with the given statuses, one after the other and the last for ever; 0
/// breaks the connection.
final class FlakyServer implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpClient http = HttpClient.newHttpClient();

  FlakyServer(int... statuses) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          int status = statuses[Math.min(requests.getAndIncrement(), statuses.length - 1)];
          if (status > 0) {
            exchange.sendResponseHeaders(status, -1);
          }
          exchange.close();
        });
    server.start();
  }

  int requests() {
    return requests.get();
  }

  URI uri() {
    var address = server.getAddress();
    return URI.create("http://" + address.getHostString() + ":" + address.getPort() + "/");
  }

  HttpClient http() {
    return http;
  }

  HttpResponse<String> post() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri()).POST(HttpRequest.BodyPublishers.ofString("x")).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.stop(0);
  }
}
