package news.nashra.core.press;

import java.util.Map;

/// What the truth, the data in the tables, says about one key of the site bucket.
public sealed interface Page {
  /// There is a page with these bytes.
  ///
  /// @param bytes of the whole page
  /// @param notes object metadata (lower-case names, ASCII values) that the composition gets back
  ///   at the next press
  record Present(byte[] bytes, String contentType, String cacheControl, Map<String, String> notes)
      implements Page {
    public Present {
      notes = Map.copyOf(notes);
    }

    public static Present html(byte[] bytes) {
      return new Present(bytes, "text/html; charset=utf-8", PAGE_CACHE_CONTROL, Map.of());
    }

    /// A page that changes by the minute.
    public static Present live(byte[] bytes) {
      return new Present(bytes, "text/html; charset=utf-8", LIVE_CACHE_CONTROL, Map.of());
    }

    /// A page that no cache keeps.
    public static Present unkept(byte[] bytes) {
      return new Present(bytes, "text/html; charset=utf-8", "no-store", Map.of());
    }

    public Present withNote(String name, String value) {
      return new Present(bytes, contentType, cacheControl, Map.of(name, value));
    }
  }

  /// There is no page: the article was withdrawn, or nothing was published on the archive's day.
  record Gone() implements Page {}

  /// The current page stays, although the truth gives another.
  record Keep(String reason) implements Page {}

  /// The note with the path to which a page redirects. CloudFront answers 301 to that path: see
  /// `FormerAddresses` in `template.yaml`.
  String MOVED_TO = "moved-to";

  /// The note of a page that says why there is nothing else at its address. CloudFront answers it
  /// with 410: see `FormerAddresses` in `template.yaml`.
  String GONE = "gone";

  /// `cache-control` of everything that changes.
  String PAGE_CACHE_CONTROL =
      "max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=864000";

  /// `cache-control` of live coverage. Whoever is told of news fetches the page and must find it
  /// there.
  String LIVE_CACHE_CONTROL = "max-age=5, s-maxage=10, stale-if-error=864000";

  /// `cache-control` of files that seldom change and have no hash in their name.
  String DAY_CACHE_CONTROL = "public, max-age=86400";

  /// `cache-control` of files with a hash of their content in their name.
  String IMMUTABLE_CACHE_CONTROL = "public, max-age=31536000, immutable";
}
