package news.nashra.core.press;

import java.util.Optional;

/// What a press did at one key.
public sealed interface PageResult {
  String key();

  /// Whether the page now matches the truth.
  default boolean current() {
    return !(this instanceof Kept || this instanceof Differs);
  }

  /// Whether the bucket was changed.
  default boolean changed() {
    return this instanceof Written || this instanceof Removed;
  }

  /// The page was written.
  ///
  /// @param etag as in the HTTP header, with its quotes
  /// @param bytes the size of the page
  record Written(String key, String etag, int bytes) implements PageResult {}

  /// The page already matches the truth.
  record Unchanged(String key, String etag, int bytes) implements PageResult {}

  /// The page was deleted.
  record Removed(String key) implements PageResult {}

  /// There was no page to delete.
  record AlreadyAbsent(String key) implements PageResult {}

  /// The composition asked to leave the page alone.
  record Kept(String key, String reason) implements PageResult {}

  /// The page differs from the truth, and only a comparison was asked for ([Press#comparing]).
  ///
  /// @param etag of the page, if there is one
  record Differs(String key, Difference difference, Optional<String> etag) implements PageResult {}

  /// How a page differs from the truth.
  enum Difference {
    /// There is another page.
    STALE,
    /// There is no page.
    MISSING,
    /// There is a page where there should be none.
    SUPERFLUOUS
  }
}
