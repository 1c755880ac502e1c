package news.nashra.comments.submit;

import java.util.ArrayList;
import java.util.List;
import news.nashra.core.http.Request;

/// The network address that a request comes from.
final class ClientAddress {
  /// [Added by
  /// CloudFront](https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/adding-cloudfront-headers.html):
  /// the address and port of the viewer, `198.51.100.10:46532`.
  private static final String HEADER = "cloudfront-viewer-address";

  private static final int IPV6_GROUPS = 8;
  private static final int IPV6_NETWORK_GROUPS = 4;

  private ClientAddress() {}

  /// Returns the IPv4 address of the viewer, or the /64 network of an IPv6 address, because a
  /// household usually has a whole network.
  static String read(Request request) {
    var address =
        request
            .header(HEADER)
            .map(value -> value.substring(0, Math.max(0, value.lastIndexOf(':'))))
            .filter(value -> !value.isEmpty())
            .orElse(request.sourceIp());
    return address.indexOf(':') < 0 ? address : network(address.replaceAll("[\\[\\]]", ""));
  }

  private static String network(String ipv6) {
    var halves = ipv6.split("::", 2);
    var groups = new ArrayList<>(groups(halves[0]));
    var after = halves.length == 2 ? groups(halves[1]) : List.<String>of();
    while (groups.size() + after.size() < IPV6_GROUPS) {
      groups.add("0");
    }
    groups.addAll(after);
    return String.join(":", groups.subList(0, IPV6_NETWORK_GROUPS)) + "/64";
  }

  private static List<String> groups(String half) {
    return half.isEmpty() ? List.of() : List.of(half.split(":"));
  }
}
