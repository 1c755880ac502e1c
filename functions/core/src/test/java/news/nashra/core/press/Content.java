package news.nashra.core.press;

/// What the truth says of the model's one page, or what the bucket holds at its key. The ETag is a
/// hash of the bytes, so a content is also its own ETag: `A` has the same one whenever it is there.
enum Content {
  NOTHING,
  /// Said only by the truth: nothing is there, and nothing will be again.
  WITHDRAWN,
  A,
  B;

  /// What the bucket holds when the truth says this.
  Content page() {
    return this == WITHDRAWN ? NOTHING : this;
  }
}
