package news.nashra.comments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A moderator's decision on a comment.
public enum Decision {
  APPROVE("approve", Comment.Status.APPROVED),
  REJECT("reject", Comment.Status.REJECTED),
  /// Takes a decision back: the comment is pending again.
  UNDO("undo", Comment.Status.PENDING);

  private final String word;
  private final Comment.Status status;

  Decision(String word, Comment.Status status) {
    this.word = word;
    this.status = status;
  }

  public String word() {
    return word;
  }

  /// The status of a comment after this decision.
  public Comment.Status status() {
    return status;
  }

  /// Every decision, as moderators write it.
  public static List<String> words() {
    return Arrays.stream(values()).map(Decision::word).toList();
  }

  public static Optional<Decision> find(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
  }
}
