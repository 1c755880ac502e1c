package news.nashra.articles;

import java.util.Arrays;
import java.util.Optional;

/// Where an article stands.
public enum Status {
  DRAFT("draft"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /// As the API and the table write it.
  public String word() {
    return word;
  }

  public static Optional<Status> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word.equals(word)).findFirst();
  }
}
