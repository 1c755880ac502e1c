package news.nashra.core.press;

/// The call that an actor makes next.
enum Step {
  /// Asks the bucket which page is there.
  LOOK,
  /// Takes for granted that no page is there.
  ASSUME,
  /// Reads the truth.
  READ,
  /// Puts or deletes the page.
  WRITE,
  /// Reads the truth once more.
  LOOK_BACK,
  /// Writes the item AGAIN.
  NOTE,
  /// Tells the stream that the record is dealt with.
  ACKNOWLEDGE,
  /// Deletes the item AGAIN.
  FORGET
}
