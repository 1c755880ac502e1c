package news.nashra.comments;

/// How long the parts of a comment may be, in grapheme clusters. The server, the form and the
/// documentation read these numbers.
public final class CommentLimits {
  public static final int NAME = 60;

  /// As long as [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1) lets an address
  /// be.
  public static final int EMAIL = 254;

  public static final int TITLE = 120;
  public static final int BODY = 2000;

  private CommentLimits() {}
}
