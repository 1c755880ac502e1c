package news.nashra.site;

/// How the edition takes comments.
///
/// @param open whether new articles take comments unless their editor says otherwise
/// @param moderation `before`: a comment is shown when a moderator has approved it
/// @param closeAfterDays comments close so long after publication; 0 for never
/// @param termsVersion of the terms that a reader agrees to, stored with each comment
/// @param conditions the publishing conditions, in the edition's language
public record CommentPolicy(
    boolean open, String moderation, int closeAfterDays, String termsVersion, String conditions) {
  public CommentPolicy {
    if (!moderation.equals("before") && !moderation.equals("after")) {
      throw new IllegalArgumentException("edition.json: comments.moderation is before or after");
    }
    if (closeAfterDays < 0) {
      throw new IllegalArgumentException("edition.json: comments.closeAfterDays is 0 or more");
    }
  }

  /// Whether a moderator reads a comment before readers do.
  public boolean moderated() {
    return moderation.equals("before");
  }
}
