package news.nashra.core.press;

/// What a press did at one key.
public sealed interface PageResult {
  String key();

  /// Whether the page at the key now says what the truth says.
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
  /// @param bytes its size
  record Written(String key, String etag, int bytes) implements PageResult {}

  /// The page that is there already says what the truth says.
  record Unchanged(String key, String etag, int bytes) implements PageResult {}

  /// The page that was there was deleted.
  record Removed(String key) implements PageResult {}

  /// There was no page, and there was to be none.
  record AlreadyAbsent(String key) implements PageResult {}

  /// The composition asked that the page be left alone.
  record Kept(String key, String reason) implements PageResult {}
}
