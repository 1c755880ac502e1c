package news.nashra.comments;

/// The limits of comments and of what moderators do with them; texts are counted in grapheme
/// clusters. The server, the form, the desk and the documentation use these numbers.
public final class CommentLimits {
  public static final int NAME = 60;

  /// The longest address that [RFC 5321](https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1)
  /// allows.
  public static final int EMAIL = 254;

  public static final int TITLE = 120;
  public static final int BODY = 2000;

  /// The newspaper's reply.
  public static final int REPLY = 2000;

  /// Why a moderator decided, or banned a sender.
  public static final int REASON = 400;

  /// How long a ban may last.
  public static final int BAN_DAYS = 366;

  /// Decisions in one request.
  public static final int DECISIONS = 100;

  private CommentLimits() {}
}
