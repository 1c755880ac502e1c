package news.nashra.core.press;

/// What a press did at one key.
public sealed interface Pressed {
  String key();

  /// The page was written.
  ///
  /// @param etag as in the HTTP header, with its quotes
  /// @param bytes its size
  record Written(String key, String etag, int bytes) implements Pressed {}

  /// The page that stood already says what the truth says.
  record Unchanged(String key, String etag, int bytes) implements Pressed {}

  /// The page that stood was deleted.
  record Removed(String key) implements Pressed {}

  /// No page stood, and none was to stand.
  record Nothing(String key) implements Pressed {}

  /// The composer asked that the standing page be left alone.
  record Kept(String key, String reason) implements Pressed {}
}
