package news.nashra.local.stack.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import news.nashra.local.stack.template.StackFault;

/// The web server of the newspaper, on the loopback address. For clients that accept gzip, it
/// compresses what CloudFront [does](
/// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html).
public final class WebServer implements AutoCloseable {
  private static final int GZIP_FROM_BYTES = 1000;

  /// Those of the types on CloudFront's list that a newspaper may have.
  private static final Set<String> COMPRESSED =
      Set.of(
          "application/javascript",
          "application/json",
          "application/rss+xml",
          "application/xhtml+xml",
          "application/xml",
          "font/otf",
          "font/ttf",
          "image/svg+xml",
          "text/css",
          "text/csv",
          "text/html",
          "text/javascript",
          "text/plain",
          "text/xml");

  private static final Pattern NO_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

  /// The [longest address that CloudFront
  /// takes](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html).
  private static final int MAX_ADDRESS = 8192;

  private static final Answer TOO_LONG = Answer.text(414, "The address is too long.");

  private final HttpServer server;

  private WebServer(HttpServer server) {
    this.server = server;
  }

  /// Takes a port. The server answers after [#start].
  ///
  /// @param port 0 for any free one
  public static WebServer bind(int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      return new WebServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
    } catch (BindException e) {
      throw new StackFault(
          "port %d is taken: stop what runs there, or set NASHRA_PORT to another, and NASHRA_DATA to another folder for a second newspaper"
              .formatted(port));
    }
  }

  /// The address of the homepage, `http://localhost:8080`.
  public URI uri() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /// Adds a handler for all paths that begin with `prefix`. The longest prefix wins.
  public void route(String prefix, WebHandler handler) {
    server.createContext(
        prefix,
        exchange -> {
          boolean tooLong = exchange.getRequestURI().toString().length() > MAX_ADDRESS;
          respond(exchange, tooLong ? TOO_LONG : handler.answer(WebRequest.of(exchange)));
        });
  }

  public void start() {
    server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void respond(HttpExchange exchange, Answer answer) throws IOException {
    try (exchange) {
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      var headers = exchange.getResponseHeaders();
      answer.headers().forEach(headers::set);
      var body = compressed(exchange, answer);
      boolean bare = exchange.getRequestMethod().equals("HEAD") || answer.status() == 304;
      exchange.sendResponseHeaders(answer.status(), bare || body.length == 0 ? -1 : body.length);
      if (!bare && body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static byte[] compressed(HttpExchange exchange, Answer answer) throws IOException {
    var accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
    var type = String.valueOf(answer.headers().get("content-type"));
    if (!accepted.contains("gzip")
        || NO_GZIP.matcher(accepted).find()
        || answer.body().length < GZIP_FROM_BYTES
        || !COMPRESSED.contains(type.split(";", 2)[0])) {
      return answer.body();
    }
    exchange.getResponseHeaders().set("content-encoding", "gzip");
    exchange.getResponseHeaders().set("vary", "Accept-Encoding");
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(answer.body());
    }
    return out.toByteArray();
  }
}
