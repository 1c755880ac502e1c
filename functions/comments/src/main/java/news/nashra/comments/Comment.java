package news.nashra.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A comment as it is stored.
///
/// @param person keyed hash of its writer's email address
/// @param client keyed hash of the address it came from
/// @param terms the version of the terms that its writer agreed to
/// @param flags what the screening found
/// @param revision 1 when it was sent, one more with each decision
/// @param history what moderators decided, oldest first
public record Comment(
    String articleId,
    String id,
    String name,
    String email,
    String title,
    String body,
    Status status,
    Instant submittedAt,
    String person,
    String client,
    String terms,
    String reference,
    List<Flag> flags,
    long revision,
    List<Decided> history) {
  public Comment {
    flags = List.copyOf(flags);
    history = List.copyOf(history);
  }

  /// Where a comment stands. Only an approved one is shown; a rejected one is kept as evidence.
  public enum Status {
    PENDING("pending", "pending"),
    APPROVED("approved", "published"),
    REJECTED("rejected", "declined");

    private final String word;
    private final String outside;

    Status(String word, String outside) {
      this.word = word;
      this.outside = outside;
    }

    /// As moderators read it, and as it is stored.
    public String word() {
      return word;
    }

    /// As the comment's writer reads it.
    public String outside() {
      return outside;
    }
  }

  /// A decision that was taken.
  ///
  /// @param by the moderator's user name
  /// @param reason in the moderator's words, empty for none
  public record Decided(Instant at, String by, Decision decision, String reason) {}

  /// The comment after `decided`.
  public Comment after(Decided decided) {
    var longer = new ArrayList<>(history);
    longer.add(decided);
    return new Comment(
        articleId,
        id,
        name,
        email,
        title,
        body,
        decided.decision().status(),
        submittedAt,
        person,
        client,
        terms,
        reference,
        flags,
        revision + 1,
        longer);
  }

  /// What its article's page shows of it.
  ShownComment shown() {
    return new ShownComment(articleId, id, name, title, body, submittedAt);
  }
}
