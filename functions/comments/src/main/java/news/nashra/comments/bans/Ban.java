package news.nashra.comments.bans;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.CommentLimits;

/// A sender whose comments are rejected for a time.
///
/// @param articleId the article of the comment that the ban was made from
/// @param commentId that comment
/// @param until the ban ends at this instant
public record Ban(
    BannedSender sender, String articleId, String commentId, Instant until, Origin origin) {
  /// The longest time.
  public static final Duration MAX_LENGTH = Duration.ofDays(CommentLimits.BAN_DAYS);

  /// How a ban came about.
  ///
  /// @param by the moderator's user name
  /// @param reason in the moderator's words
  public record Origin(Instant at, String by, String reason) {}

  /// What a sender is recognised by.
  public enum Kind {
    /// The email address.
    PERSON("person"),
    /// The network address.
    ADDRESS("address");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }

    public static List<String> words() {
      return Arrays.stream(values()).map(Kind::word).toList();
    }

    public static Optional<Kind> find(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  /// A sender, kept only as a keyed hash.
  ///
  /// @param hash of the email address or of the network address
  public record BannedSender(Kind kind, String hash) {}

  public boolean inForce(Instant now) {
    return now.isBefore(until);
  }
}
