package news.nashra.core.aws;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import news.nashra.core.Parallel;
import org.jspecify.annotations.Nullable;

/// Sends requests over the JDK's connections, which are kept open and shared by the process.
public final class Connections implements Transport {
  static final Connections OF_PROCESS = new Connections();

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  // For each service as many connections are kept as there are calls at once. The JDK keeps 5, and
  // would greet AWS anew for most calls of a press.
  static {
    if (System.getProperty("http.maxConnections") == null) {
      System.setProperty("http.maxConnections", Integer.toString(Parallel.MAX_THREADS));
    }
  }

  private Connections() {}

  @Override
  public ServiceCalls.Answer send(ServiceCalls.Call call, Map<String, String> headers)
      throws IOException {
    var connection = open(call.address(), call.method());
    headers.forEach(connection::setRequestProperty);
    if (call.body().isPresent()) {
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(call.bytes().length);
      try (var out = connection.getOutputStream()) {
        out.write(call.bytes());
      }
    }
    int status = connection.getResponseCode();
    return new ServiceCalls.Answer(status, headers(connection), body(connection, status));
  }

  /// Opens a connection to a server, sends an unsigned `HEAD /` and closes the connection, whatever
  /// the answer is.
  ///
  /// @throws IOException if there is none
  public static void tryOut(URI server) throws IOException {
    var connection = open(server, "HEAD");
    connection.setRequestProperty("Connection", "close");
    try (var body = body(connection, connection.getResponseCode())) {
      body.readAllBytes();
    } finally {
      connection.disconnect();
    }
  }

  private static HttpURLConnection open(URI address, String method) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout((int) CONNECT_TIMEOUT.toMillis());
    connection.setReadTimeout((int) ServiceCalls.READ_TIMEOUT.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod(method);
    return connection;
  }

  private static InputStream body(HttpURLConnection connection, int status) throws IOException {
    if (status < 400) {
      return connection.getInputStream();
    }
    @Nullable InputStream stream = connection.getErrorStream();
    return stream == null ? InputStream.nullInputStream() : stream;
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    var headers = new HashMap<String, String>();
    connection
        .getHeaderFields()
        .forEach((name, values) -> {
          if (name != null) { // the status line
            headers.put(name.toLowerCase(Locale.ROOT), values.getFirst());
          }
        });
    return headers;
  }
}
