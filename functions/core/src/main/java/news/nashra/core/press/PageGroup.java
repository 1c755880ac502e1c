package news.nashra.core.press;

import java.util.List;
import java.util.Map;

/// Pages that are composed from one reading of the truth: an article with its older comments and
/// former addresses, a front with its feeds, a month with its sitemap.
///
/// @param <R> what the truth is read with, or the data that was read for all groups of a run
/// @param name unique within a run, for logs
/// @param keys of its pages in the site bucket, as far as they are known before the truth is read
/// @param folders key prefixes that belong to it as a whole, such as `2026/02/23/slug/`
public record PageGroup<R>(
    String name, List<String> keys, List<String> folders, Composition<R> composition) {
  public PageGroup {
    keys = List.copyOf(keys);
    folders = List.copyOf(folders);
  }

  /// Reads the truth with strongly consistent reads and composes the pages.
  @FunctionalInterface
  public interface Composition<R> {
    /// @param stored the pages that existed before the truth was read, by key; empty if nobody
    ///   looked
    /// @return pages by key; a page that is left out stays as it is. If there is a key that nobody
    ///   looked at, the press looks at it and composes the group again
    Map<String, Page> compose(R reading, Map<String, StoredPage> stored);
  }

  /// Creates a group whose keys are known.
  public static <R> PageGroup<R> of(String name, List<String> keys, Composition<R> composition) {
    return new PageGroup<>(name, keys, List.of(), composition);
  }
}
