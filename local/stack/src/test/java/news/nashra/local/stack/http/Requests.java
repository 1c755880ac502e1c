package news.nashra.local.stack.http;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Requests for tests, from 192.0.2.7.
public final class Requests {
  private Requests() {}

  public static WebRequest get(String address) {
    return get(address, Map.of());
  }

  public static WebRequest get(String address, Map<String, String> headers) {
    return request("GET", address, headers, "");
  }

  /// @param address path and query
  public static WebRequest request(
      String method, String address, Map<String, String> headers, String body) {
    return request(method, address, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  public static WebRequest request(
      String method, String address, Map<String, String> headers, byte[] body) {
    var sides = address.split("\\?", 2);
    return new WebRequest(
        method,
        sides[0],
        sides.length == 2 ? sides[1] : "",
        "HTTP/1.1",
        headers,
        viewer(),
        new ByteArrayInputStream(body));
  }

  private static InetSocketAddress viewer() {
    try {
      return new InetSocketAddress(
          InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 7}), 4711);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
