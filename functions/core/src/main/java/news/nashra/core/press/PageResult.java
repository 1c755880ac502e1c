package news.nashra.core.press;

/// What a press did at one key.
public sealed interface PageResult {
  String key();

  /// Whether the page now matches the truth.
  default boolean current() {
    return !(this instanceof Kept);
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
}
