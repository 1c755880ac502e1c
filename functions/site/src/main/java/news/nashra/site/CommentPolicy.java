package news.nashra.site;

/// The rules for comments, from `comments` in `edition.json`. Immutable.
///
/// @param open whether an article takes comments unless its editor says otherwise
/// @param moderation `before` or `after` a comment is shown
/// @param closeAfterDays how many days after publication comments close; 0 for never
/// @param termsVersion the version of the terms of use, stored with each comment
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

  /// Whether a moderator approves a comment before it is shown.
  public boolean moderated() {
    return moderation.equals("before");
  }
}
