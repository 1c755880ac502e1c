package news.nashra.local.stack.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A request as it came over HTTP.
///
/// @param path still encoded
/// @param query still encoded, without its `?`; empty if there is none
/// @param headers by their names in lower case; several of one name are joined by a comma
/// @param viewer the address of the client
public record WebRequest(
    String method,
    String path,
    String query,
    String protocol,
    Map<String, String> headers,
    InetSocketAddress viewer,
    InputStream body) {

  static WebRequest of(HttpExchange exchange) {
    var headers = new TreeMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    var uri = exchange.getRequestURI();
    return new WebRequest(
        exchange.getRequestMethod(),
        path(uri),
        Optional.ofNullable(uri.getRawQuery()).orElse(""),
        exchange.getProtocol(),
        headers,
        exchange.getRemoteAddress(),
        exchange.getRequestBody());
  }

  /// The path as it was sent. Java takes what follows two slashes at its start for a host; a path
  /// of nothing else, `//evil`, does not reach a handler.
  private static String path(URI uri) {
    return uri.getScheme() == null && uri.getRawAuthority() != null
        ? "//" + uri.getRawAuthority() + uri.getRawPath()
        : uri.getRawPath();
  }

  /// A header by its name in lower case.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// Whether it says that it is signed with [Signature Version
  /// 4](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html),
  /// as requests of the AWS SDK are. Nobody verifies the signature here.
  public boolean isSigned() {
    return header("authorization").orElse("").startsWith("AWS4-HMAC-SHA256 ");
  }

  /// The IP address of the viewer.
  public String viewerIp() {
    return viewer.getAddress().getHostAddress();
  }

  /// This request with another path.
  public WebRequest withPath(String other) {
    return new WebRequest(method, other, query, protocol, headers, viewer, body);
  }

  /// This request without its query.
  public WebRequest withoutQuery() {
    return new WebRequest(method, path, "", protocol, headers, viewer, body);
  }

  /// This request with other headers.
  public WebRequest withHeaders(Map<String, String> others) {
    return new WebRequest(method, path, query, protocol, others, viewer, body);
  }
}
