package news.nashra.comments;

import java.util.Arrays;
import java.util.Optional;

/// What a moderator may decide on a comment.
public enum Decision {
  APPROVE("approve", Comment.Status.APPROVED),
  REJECT("reject", Comment.Status.REJECTED),
  /// Takes a decision back: the comment waits in the queue again.
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

  /// Where the decision leads.
  public Comment.Status status() {
    return status;
  }

  public static Optional<Decision> find(String word) {
    return Arrays.stream(values()).filter(d -> d.word.equals(word)).findFirst();
  }
}
