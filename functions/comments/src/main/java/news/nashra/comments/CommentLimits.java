package news.nashra.comments;

/// The most grapheme clusters in each field of a comment. The server, the form and the
/// documentation use these numbers.
public final class CommentLimits {
  public static final int NAME = 60;

  /// The longest address that [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1)
  /// allows.
  public static final int EMAIL = 254;

  public static final int TITLE = 120;
  public static final int BODY = 2000;

  /// Why a moderator decides on a comment, or bans its sender.
  public static final int REASON = 400;

  private CommentLimits() {}
}
