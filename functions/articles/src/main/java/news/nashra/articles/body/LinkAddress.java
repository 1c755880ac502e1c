package news.nashra.articles.body;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the address of a pasted link into the one that is stored: an absolute http or https
/// address, a path on this site, `mailto:` or `tel:`. Any other has no address.
final class LinkAddress {
  /// No longer addresses are in use ([URL length in
  /// practice](https://www.sitemaps.org/protocol.html)).
  private static final int MAX_LENGTH = 2048;

  private static final Pattern SCHEME =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
  private static final Pattern LINE_BREAKS = Pattern.compile("[\t\n\r]");
  private static final Pattern MAIL = Pattern.compile("[^\\s@/?#]{1,64}@[^\\s@/?#]+\\.[^\\s@/?#]+");

  /// A host without a scheme: `example.org/a`, but not `about.html`.
  private static final Pattern BARE_HOST =
      Pattern.compile(
          "(?:[\\p{L}\\p{N}_-]{1,63}\\.){1,8}(\\p{L}{2,20})(?::\\d{1,5})?(?:[/?#].*)?",
          Pattern.DOTALL);

  private static final Set<String> FILES =
      Set.of(
          "html", "htm", "xhtml", "php", "asp", "aspx", "jsp", "pdf", "doc", "docx", "xls", "xlsx",
          "ppt", "pptx", "txt", "csv", "xml", "json", "jpg", "jpeg", "png", "gif", "webp", "svg",
          "zip");

  /// Addresses that only lead on to the one in a parameter: host and path, parameter.
  private static final Map<String, String> REDIRECTS =
      Map.of(
          "google.com/url", "q",
          "l.facebook.com/l.php", "u",
          "lm.facebook.com/l.php", "u",
          "l.instagram.com/", "u",
          "youtube.com/redirect", "q");

  private static final String SAFE_LINKS = ".safelinks.protection.outlook.com";

  private LinkAddress() {}

  static Optional<String> of(String raw) {
    if (raw.length() > 4 * MAX_LENGTH) {
      return Optional.empty();
    }
    return address(isPlain(raw) ? raw : trimmed(raw))
        .filter(address -> address.length() <= MAX_LENGTH);
  }

  /// Whether `raw` has none but visible characters of ASCII.
  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (raw.charAt(i) <= ' ' || raw.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static String trimmed(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isUnseen(raw.charAt(start))) {
      start++;
    }
    while (start < end && isUnseen(raw.charAt(end - 1))) {
      end--;
    }
    return LINE_BREAKS.matcher(raw.substring(start, end)).replaceAll("");
  }

  /// White space, and what formats other characters.
  private static boolean isUnseen(char c) {
    return c <= ' ' || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }

  /// The address of a page elsewhere, with https where none is given.
  static Optional<WebAddress> https(String raw) {
    if (raw.startsWith("https://") && raw.length() <= MAX_LENGTH && isPlain(raw)) {
      return WebAddress.parse("https", raw.substring(6))
          .map(LinkAddress::target)
          .filter(address -> address.scheme().equals("https"))
          .filter(address -> address.toString().length() <= MAX_LENGTH);
    }
    return of(raw)
        .filter(address -> address.startsWith("https:"))
        .flatMap(address -> WebAddress.parse("https", address.substring(6)));
  }

  private static Optional<String> address(String text) {
    if (text.startsWith("https://")) {
      return web("https", text.substring(6));
    }
    var scheme = SCHEME.matcher(text);
    if (scheme.matches() && !isBareHost(text)) {
      var rest = scheme.group(2);
      return switch (scheme.group(1).toLowerCase(Locale.ROOT)) {
        case "http" -> web("http", rest);
        case "https" -> web("https", rest);
        case "mailto" -> opaque("mailto:", rest);
        case "tel" -> opaque("tel:", rest.replaceAll("[\\s\\p{Z}\\p{Cf}]", ""));
        default -> Optional.empty();
      };
    }
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty(); // there are no targets in a body
    }
    if (isSlash(text, 0) && isSlash(text, 1)) {
      return web("https", text);
    }
    if (MAIL.matcher(text).matches()) {
      return opaque("mailto:", text);
    }
    if (isBareHost(text)) {
      return web("https", text);
    }
    var path = isSlash(text, 0) || text.startsWith("?") ? text : "/" + text;
    return Optional.of(WebAddress.path(path) + WebAddress.queryAndFragment(path))
        .filter(p -> !p.startsWith("//"));
  }

  private static Optional<String> web(String scheme, String rest) {
    return WebAddress.parse(scheme, rest).map(LinkAddress::target).map(WebAddress::toString);
  }

  private static boolean isBareHost(String text) {
    var host = BARE_HOST.matcher(text);
    return text.regionMatches(true, 0, "www.", 0, 4)
        || (host.matches() && !FILES.contains(host.group(1).toLowerCase(Locale.ROOT)));
  }

  private static Optional<String> opaque(String scheme, String rest) {
    return Optional.of(scheme + WebAddress.encode(rest, "\"<>`"))
        .filter(address -> address.length() > scheme.length());
  }

  /// The address to which a redirecting service leads.
  private static WebAddress target(WebAddress address) {
    var place = address.host() + address.path();
    var name = address.host().endsWith(SAFE_LINKS) ? "url" : REDIRECTS.get(place);
    return Optional.ofNullable(name)
        .flatMap(parameter -> parameter(address, parameter))
        .filter(target -> target.regionMatches(true, 0, "http", 0, 4))
        .flatMap(target -> {
          var scheme = SCHEME.matcher(target);
          return scheme.matches() && Set.of("http", "https").contains(scheme.group(1))
              ? WebAddress.parse(scheme.group(1), scheme.group(2))
              : Optional.empty();
        })
        .orElse(address);
  }

  /// The decoded value of a parameter of the query.
  static Optional<String> parameter(WebAddress address, String name) {
    var rest = address.rest();
    int hash = rest.indexOf('#');
    int end = hash < 0 ? rest.length() : hash;
    var beginning = name + "=";
    for (int at = rest.startsWith("?") ? 1 : 0; at < end; ) {
      int and = rest.indexOf('&', at);
      int next = and < 0 || and > end ? end : and;
      if (rest.startsWith(beginning, at)) {
        return Optional.of(WebAddress.decode(rest.substring(at + beginning.length(), next)));
      }
      at = next + 1;
    }
    return Optional.empty();
  }

  private static boolean isSlash(String text, int index) {
    return index < text.length() && "/\\".indexOf(text.charAt(index)) >= 0;
  }
}
