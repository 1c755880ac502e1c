package news.nashra.core.press;

/// The call that an actor makes next.
enum Step {
  /// Looks which page is in the bucket.
  LOOK,
  /// Assumes that there is no page.
  ASSUME,
  /// Reads the truth.
  READ,
  /// Puts or deletes the page.
  WRITE,
  /// Reads the truth once more.
  LOOK_BACK,
  /// Writes the item AGAIN.
  NOTE,
  /// Acknowledges a record of the stream.
  ACKNOWLEDGE,
  /// Deletes the item AGAIN.
  FORGET
}
