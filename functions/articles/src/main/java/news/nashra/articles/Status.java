package news.nashra.articles;

import java.util.Arrays;
import java.util.Optional;

/// The stage of publication that an article is in.
public enum Status {
  DRAFT("draft"),

  /// To be published at its time, and until then as little public as a draft.
  SCHEDULED("scheduled"),
  PUBLISHED("published"),
  WITHDRAWN("withdrawn");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /// The word that the API and the table use.
  public String word() {
    return word;
  }

  public static Optional<Status> of(String word) {
    return Arrays.stream(values()).filter(status -> status.word.equals(word)).findFirst();
  }
}
