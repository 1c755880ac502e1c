package news.nashra.articles.body;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An absolute http or https address, written as browsers write it: the parts of the [URL
/// Standard](https://url.spec.whatwg.org/) that an address on the web can have. The host is in
/// punycode, `.` and `..` are resolved, and what may not occur in an address is percent-encoded.
///
/// @param scheme `http` or `https` An address with a user name or a password
///   (`https://youtu.be@evil.example/`) is none: it shows one site and leads to another, or gives a
///   password away.
///
/// @param authority the host, with its port unless it is the usual one
/// @param path begins with `/`
/// @param rest the query and the fragment, each with its `?` or `#`
public record WebAddress(String scheme, String authority, String path, String rest) {
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /// What the standard's sets encode besides controls, spaces and all that is not ASCII.
  private static final String IN_PATH = "\"#<>?^`{}";

  private static final String IN_QUERY = "\"#<>'";
  private static final String IN_FRAGMENT = "\"<>`";

  /// An address that begins with `http://`, `https://` or `/`, as it is written in links: in ASCII.
  /// Empty if it has no host or no port that can exist, or a user name.
  public static Optional<String> normal(String address) {
    if (address.startsWith("/")) {
      return Optional.of(path(address) + queryAndFragment(address));
    }
    int colon = address.indexOf(':');
    return parse(address.substring(0, colon), address.substring(colon + 1))
        .map(WebAddress::toString);
  }

  /// @param rest what follows the scheme and its colon
  static Optional<WebAddress> parse(String scheme, String rest) {
    int start = 0;
    while (start < rest.length() && isSlash(rest.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < rest.length() && "/\\?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    var tail = rest.substring(end);
    return authority(scheme, rest.substring(start, end))
        .map(authority -> new WebAddress(scheme, authority, path(tail), queryAndFragment(tail)));
  }

  /// The host without its port and without `www.`.
  String host() {
    int end = portStart(authority);
    var host = authority.substring(0, end);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  @Override
  public String toString() {
    return scheme + "://" + authority + path + rest;
  }

  private static Optional<String> authority(String scheme, String text) {
    if (text.indexOf('@') >= 0) {
      return Optional.empty();
    }
    int colon = portStart(text);
    var name = text.substring(0, colon);
    var port = colon == text.length() ? "" : withoutZeros(text.substring(colon + 1));
    var usual = scheme.equals("https") ? "443" : "80";
    if (port.length() > 5 || (!port.isEmpty() && Integer.parseInt(port) > 65535)) {
      return Optional.empty();
    }
    var end = port.isEmpty() || port.equals(usual) ? "" : ":" + port;
    var lower = name.toLowerCase(Locale.ROOT);
    return (IPV6.matcher(lower).matches() ? Optional.of(lower) : HostName.ascii(decode(name)))
        .map(host -> host + end);
  }

  /// Where the colon before a port is in an authority; its length if it has none.
  private static int portStart(String authority) {
    int i = authority.length();
    while (i > 0 && authority.charAt(i - 1) >= '0' && authority.charAt(i - 1) <= '9') {
      i--;
    }
    return i > 0 && authority.charAt(i - 1) == ':' ? i - 1 : authority.length();
  }

  private static String withoutZeros(String digits) {
    int first = 0;
    while (first < digits.length() - 1 && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }

  /// The path of what follows the host, or of an address on the same site.
  static String path(String tail) {
    int end = 0;
    while (end < tail.length() && "?#".indexOf(tail.charAt(end)) < 0) {
      end++;
    }
    var segments = new ArrayDeque<String>();
    var parts = tail.substring(0, end).replace('\\', '/').split("/", -1);
    for (int i = 1; i < parts.length; i++) {
      var part = isDots(parts[i]) ? parts[i].toLowerCase(Locale.ROOT).replace("%2e", ".") : "";
      boolean last = i == parts.length - 1;
      if (part.equals("..")) {
        segments.pollLast();
      } else if (!part.equals(".")) {
        segments.addLast(encode(parts[i], IN_PATH));
        continue;
      }
      if (last) {
        segments.addLast("");
      }
    }
    return "/" + String.join("/", segments);
  }

  /// Whether a segment may be `.` or `..`, which may be percent-encoded.
  private static boolean isDots(String segment) {
    return segment.length() <= 6 && (segment.startsWith(".") || segment.startsWith("%"));
  }

  /// The query and the fragment of what follows the host.
  static String queryAndFragment(String tail) {
    int hash = tail.indexOf('#');
    var fragment = hash < 0 ? "" : "#" + encode(tail.substring(hash + 1), IN_FRAGMENT);
    var before = hash < 0 ? tail : tail.substring(0, hash);
    int mark = before.indexOf('?');
    return (mark < 0 ? "" : "?" + encode(before.substring(mark + 1), IN_QUERY)) + fragment;
  }

  /// Percent-encodes, in UTF-8, what is not printable ASCII, spaces, and the characters of `more`.
  static String encode(String text, String more) {
    var encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7F && more.indexOf(b) < 0) {
        encoded.append((char) b);
      } else {
        encoded.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
      }
    }
    return encoded.toString();
  }

  /// Decodes `%` sequences as UTF-8. Others stay as they are.
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++, length++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      boolean sequence = bytes[i] == '%' && high >= 0 && low >= 0;
      bytes[length] = sequence ? (byte) (high * 16 + low) : bytes[i];
      i += sequence ? 2 : 0;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
