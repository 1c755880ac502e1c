package news.nashra.articles.press;

import java.util.List;

/// The copies of pages close to readers.
@FunctionalInterface
public interface EdgeCache {
  /// Drops copies; they are gone within a minute or so of the return.
  ///
  /// @param reference names this request, so that one that is sent again does nothing twice
  /// @param paths percent-encoded; one that ends with `*` stands for all that begin like it
  void drop(String reference, List<String> paths);
}
