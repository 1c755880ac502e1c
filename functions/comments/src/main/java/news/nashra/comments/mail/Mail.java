package news.nashra.comments.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.nashra.comments.Comment;
import news.nashra.core.Instants;

/// A mail that is owed. It names what it is about, never an address: that is looked up when the
/// mail is sent.
public sealed interface Mail {
  /// The same mail has the same id, however often it is owed.
  String id();

  /// Asks whether the address of a comment's writer wants mail.
  record ReaderConfirmation(String articleId, String commentId) implements Mail {
    @Override
    public String id() {
      return "reader-confirmation#" + articleId + "#" + commentId;
    }
  }

  /// Tells the writer of a comment that the newspaper replied.
  ///
  /// @param since when the reply was given, which tells it from one that was given later
  record Answer(String articleId, String commentId, Instant since) implements Mail {
    /// The mail about the reply that a comment has; empty if it has none.
    public static Optional<Answer> about(Comment comment) {
      return comment
          .replies()
          .current()
          .map(reply -> new Answer(comment.articleId(), comment.id(), reply.since()));
    }

    @Override
    public String id() {
      return "answer#" + articleId + "#" + commentId + "#" + Instants.format(since);
    }
  }

  /// Asks whether an address wants the digest.
  ///
  /// @param subscription the id of the [DigestSubscription]
  record DigestConfirmation(String subscription) implements Mail {
    @Override
    public String id() {
      return "digest-confirmation#" + subscription;
    }
  }

  /// Tells a moderator what waits.
  ///
  /// @param subscription the id of the [DigestSubscription]
  record Digest(String subscription, Waiting waiting) implements Mail {
    @Override
    public String id() {
      return "digest#" + subscription + "#" + Instants.format(waiting.at());
    }
  }

  /// What waits for a moderator.
  ///
  /// @param at when it was counted
  /// @param count how many comments
  /// @param more whether there are more than were counted
  /// @param oldest since when the oldest one waits
  /// @param articles those with the most comments
  record Waiting(
      Instant at, long count, boolean more, Instant oldest, List<WaitingArticle> articles) {
    public Waiting {
      articles = List.copyOf(articles);
    }

    /// How many comments are on other articles than those that are named.
    public long others() {
      return count - articles.stream().mapToLong(WaitingArticle::count).sum();
    }
  }

  /// How many comments wait on an article.
  record WaitingArticle(String headline, long count) {}
}
