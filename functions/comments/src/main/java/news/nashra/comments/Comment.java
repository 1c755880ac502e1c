package news.nashra.comments;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A comment as it is stored.
///
/// @param articleId the article that it is about
public record Comment(
    String articleId,
    String id,
    Author author,
    Text text,
    Submission submission,
    Status status,
    Review review) {
  /// How long the writer of a comment that the screening rejected is told that it is pending.
  public static final Duration SCREENING_SECRET_FOR = Duration.ofHours(6);

  /// The writer of a comment.
  ///
  /// @param person keyed hash of the email address, see [Person]
  public record Author(String name, String email, String person) {}

  /// What the writer typed.
  public record Text(String title, String body) {}

  /// How a comment was submitted.
  ///
  /// @param client keyed hash of the network address that it came from
  /// @param terms the version of the terms that its writer accepted
  /// @param reference the writer's reference to it, see [Reference]
  /// @param wantsMail whether its writer wants a mail when the newspaper replies
  public record Submission(
      Instant at, String client, String terms, String reference, boolean wantsMail) {}

  /// What screening found, moderators decided and the newspaper replied.
  ///
  /// @param flags from the screening
  /// @param revision 1 when it is submitted, one more with each decision and each change of the
  ///   reply
  /// @param history moderators' decisions, oldest first, see [DecisionHistory]
  public record Review(
      List<Flag> flags, long revision, List<PastDecision> history, Replies replies) {
    public Review {
      flags = List.copyOf(flags);
      history = List.copyOf(history);
    }

    /// The review before the first decision.
    public static Review of(List<Flag> flags) {
      return new Review(flags, 1, List.of(), Replies.NONE);
    }

    Review after(PastDecision decision) {
      var longer = new ArrayList<>(history);
      longer.add(decision);
      return new Review(
          flags, revision + 1, DecisionHistory.newest(longer, DecisionHistory::bytes), replies);
    }

    Review with(Replies changed) {
      return new Review(flags, revision + 1, history, changed);
    }
  }

  /// The moderation status of a comment. Only an approved comment is shown; a rejected one is kept
  /// as evidence.
  public enum Status {
    PENDING("pending", "pending"),
    APPROVED("approved", "published"),
    REJECTED("rejected", "declined");

    private final String word;
    private final String publicWord;

    Status(String word, String publicWord) {
      this.word = word;
      this.publicWord = publicWord;
    }

    /// Every status, as moderators see it.
    public static List<String> words() {
      return Arrays.stream(values()).map(Status::word).toList();
    }

    /// As moderators see it, and as it is stored.
    public String word() {
      return word;
    }

    /// As the comment's writer sees it.
    public String publicWord() {
      return publicWord;
    }
  }

  /// A decision that was made.
  ///
  /// @param by the moderator's user name
  /// @param reason in the moderator's words, empty for none
  public record PastDecision(Instant at, String by, Decision decision, String reason) {}

  /// The status that its writer is told at an instant. A comment that the screening rejected is
  /// pending for [#SCREENING_SECRET_FOR], or until a moderator decides: an answer at once would
  /// teach a spammer which words are banned.
  public Status publicStatus(Instant now) {
    boolean secret =
        status == Status.REJECTED
            && review.history().isEmpty()
            && now.isBefore(submittedAt().plus(SCREENING_SECRET_FOR));
    return secret ? Status.PENDING : status;
  }

  public Instant submittedAt() {
    return submission.at();
  }

  public String reference() {
    return submission.reference();
  }

  public long revision() {
    return review.revision();
  }

  public Replies replies() {
    return review.replies();
  }

  /// The comment after a decision.
  public Comment after(PastDecision decision) {
    return new Comment(
        articleId,
        id,
        author,
        text,
        submission,
        decision.decision().status(),
        review.after(decision));
  }

  /// The comment with a reply of the newspaper, in place of the one it had.
  ///
  /// @param by the user name of who wrote it
  public Comment replied(String body, String by, Instant at) {
    return with(replies().written(body, by, at));
  }

  /// The comment after the newspaper's reply was withdrawn.
  public Comment withoutReply(String by, Instant at) {
    return with(replies().withdrawn(by, at));
  }

  private Comment with(Replies replies) {
    return new Comment(articleId, id, author, text, submission, status, review.with(replies));
  }

  /// The comment as if it waited for a moderator.
  public Comment pending() {
    return new Comment(articleId, id, author, text, submission, Status.PENDING, review);
  }

  /// What the article's page shows of it.
  public ShownComment shown() {
    return new ShownComment(
        articleId,
        id,
        author.name(),
        text.title(),
        text.body(),
        submission.at(),
        replies().shown());
  }
}
