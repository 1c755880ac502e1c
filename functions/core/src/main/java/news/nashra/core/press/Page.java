package news.nashra.core.press;

import java.util.Map;

/// What the truth says about one key of the site bucket.
public sealed interface Page {
  /// The page stands, with these bytes.
  ///
  /// @param bytes the whole page
  /// @param notes kept beside the page as object metadata (lower-case names, ASCII values), given
  ///   back to the composer at the next press
  record Present(byte[] bytes, String contentType, String cacheControl, Map<String, String> notes)
      implements Page {
    public Present {
      notes = Map.copyOf(notes);
    }

    public static Present html(byte[] bytes) {
      return new Present(bytes, "text/html; charset=utf-8", PAGES, Map.of());
    }

    public Present noting(String name, String value) {
      return new Present(bytes, contentType, cacheControl, Map.of(name, value));
    }
  }

  /// No page stands at this key any more. It is for a key whose story has ended (a withdrawn
  /// article): after it no truth brings a page back, so a deletion cannot hide a newer page.
  record Absent() implements Page {}

  /// No page is to stand at this key now, and one may again: the archive of a day whose only
  /// article was withdrawn.
  record Vacant() implements Page {}

  /// The page that stands is to be left alone, though the truth would give another.
  record Keep(String reason) implements Page {}

  /// `cache-control` of everything that changes.
  String PAGES = "max-age=30, s-maxage=60, stale-while-revalidate=300, stale-if-error=864000";

  /// `cache-control` of what has its content's hash in its name.
  String IMMUTABLE = "public, max-age=31536000, immutable";
}
