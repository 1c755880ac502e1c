package news.nashra.comments.submit;

import java.util.Locale;
import java.util.Optional;
import news.nashra.core.http.Request;

/// Tells a form on our own pages from a form on another site.
final class Origins {
  private final String own;

  /// @param own the site's origin, `https://news.example`
  Origins(String own) {
    this.own = own.toLowerCase(Locale.ROOT);
  }

  /// Whether the browser says that the form is on another site. A request with neither header is
  /// accepted: it does not come from a current browser and carries nobody's credentials.
  boolean isForeign(Request request) {
    return request
        .header("origin")
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .map(origin -> !origin.equals(own) && !origin.equals(requested(request, origin)))
        .or(() -> crossSite(request))
        .orElse(false);
  }

  /// The origin of the address that the request was sent to, with the scheme of `origin`.
  private static String requested(Request request, String origin) {
    var scheme = origin.replaceAll("://.*", "");
    return scheme + "://" + request.header("host").orElse("").toLowerCase(Locale.ROOT);
  }

  private static Optional<Boolean> crossSite(Request request) {
    return request.header("sec-fetch-site").map("cross-site"::equals);
  }
}
