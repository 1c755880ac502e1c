package news.nashra.core.press;

import java.util.List;
import java.util.Map;

/// Pages that are composed from one reading of the truth: an article with its older comments and
/// former addresses, a front with its feeds, a month with its sitemap.
///
/// @param <R> what the truth is read with, or what was read for all the groups of a run
/// @param name for logs, one of its own in a run
/// @param keys of its pages in the site bucket, as far as they are known before the truth is read
/// @param folders key prefixes below which all that is found belongs to it, `2026/02/23/slug/`
public record PageGroup<R>(
    String name, List<String> keys, List<String> folders, Composition<R> composition) {
  public PageGroup {
    keys = List.copyOf(keys);
    folders = List.copyOf(folders);
  }

  /// Reads the truth, strongly consistent, and composes the pages.
  @FunctionalInterface
  public interface Composition<R> {
    /// @param stored the pages that were there before the truth was read, by their keys; empty
    ///   where nobody looked
    /// @return pages by their keys; one that is left out stays as it is. A key that was not looked
    ///   at is looked at, and the group composed anew
    Map<String, Page> compose(R reading, Map<String, StoredPage> stored);
  }

  /// A group whose keys are known.
  public static <R> PageGroup<R> of(String name, List<String> keys, Composition<R> composition) {
    return new PageGroup<>(name, keys, List.of(), composition);
  }
}
