package news.nashra.homepage;

import java.util.List;
import java.util.Map;
import news.nashra.core.press.Page;
import news.nashra.core.press.Standing;

/// Pages that are composed from one reading of the tables: a front with its feeds, a month with its
/// sitemap.
///
/// @param name for logs
/// @param keys of its pages in the site bucket
record Spread(String name, List<String> keys, Composition composition) {
  Spread {
    keys = List.copyOf(keys);
  }

  /// Reads the tables and composes the pages.
  @FunctionalInterface
  interface Composition {
    /// @param standing the pages that stand, by their keys, as far as they were looked at
    /// @return pages by their keys; one that is left out stays as it is
    Map<String, Page> compose(Reading reading, Map<String, Standing> standing);
  }

  Map<String, Page> compose(Reading reading, Map<String, Standing> standing) {
    return composition.compose(reading, standing);
  }
}
