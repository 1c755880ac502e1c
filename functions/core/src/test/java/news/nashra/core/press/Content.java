package news.nashra.core.press;

/// What the truth says about the model's only page, or what the bucket has at its key. The ETag is
/// a hash of the bytes, so a content is its own ETag: `A` has the same one every time.
enum Content {
  NOTHING,
  /// Only in the truth: there is no page, and there will never be one again.
  WITHDRAWN,
  A,
  B;

  /// What the bucket has when it matches this truth.
  Content page() {
    return this == WITHDRAWN ? NOTHING : this;
  }
}
