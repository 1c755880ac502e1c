package news.nashra.comments.submit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import news.nashra.core.http.Request;

/// Says which network address a request comes from. CloudFront tells it in a header, but the HTTP
/// API has a public address of its own, where anyone may write any header. So the header counts
/// only beside the key that the distribution sends to its origin. Thread-safe.
public final class ClientAddresses {
  /// A [custom header](
  /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html)
  /// that the distribution adds to requests, in place of one that a viewer sent.
  public static final String KEY_HEADER = "x-nashra-origin-key";

  /// [Added by
  /// CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html):
  /// the address and port of the viewer, `198.51.100.10:46532`.
  private static final String VIEWER_HEADER = "cloudfront-viewer-address";

  private static final int IPV6_NETWORK_BYTES = 8;

  private final Supplier<OriginKeys> keys;

  /// @param keys what the distribution sends in [#KEY_HEADER], one of them
  public ClientAddresses(Supplier<OriginKeys> keys) {
    this.keys = keys;
  }

  /// Returns an IPv4 address, or the /64 network of an IPv6 address in its [shortest
  /// form](https://www.rfc-editor.org/rfc/rfc5952), because a household usually has a whole
  /// network. An [IPv4-mapped](https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2) address is
  /// one of IPv4.
  String of(Request request) {
    return viewer(request)
        .flatMap(ClientAddresses::canonical)
        .or(() -> canonical(request.sourceIp()))
        .orElse(request.sourceIp());
  }

  private Optional<String> viewer(Request request) {
    return request
        .header(KEY_HEADER)
        .filter(sent -> keys.get().has(sent))
        .flatMap(sent -> request.header(VIEWER_HEADER))
        .map(value -> value.substring(0, Math.max(0, value.lastIndexOf(':'))));
  }

  private static Optional<String> canonical(String address) {
    var bare = address.replaceAll("^\\[|]$|%.*", "");
    if (!bare.contains(":") && !bare.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
      return Optional.empty();
    }
    try {
      var parsed = InetAddress.ofLiteral(bare);
      return Optional.of(
          parsed instanceof Inet6Address ? network(parsed.getAddress()) : parsed.getHostAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// `2001:db8::/64`. All zeros at the end of the four groups belong to the run that `::` stands
  /// for.
  private static String network(byte[] address) {
    int used = IPV6_NETWORK_BYTES;
    while (used > 0 && address[used - 2] == 0 && address[used - 1] == 0) {
      used -= 2;
    }
    var network = new StringBuilder();
    for (int i = 0; i < used; i += 2) {
      network.append(i == 0 ? "" : ":");
      network.append(Integer.toHexString(((address[i] & 0xff) << 8) | (address[i + 1] & 0xff)));
    }
    return network + "::/64";
  }
}
