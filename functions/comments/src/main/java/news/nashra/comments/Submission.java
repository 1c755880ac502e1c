package news.nashra.comments;

import java.util.Optional;
import news.nashra.core.http.FieldError;

/// What became of a comment that was sent.
sealed interface Submission {
  /// It is stored, now or by an earlier try.
  record Accepted(String reference, String path) implements Submission {}

  /// Its proof does not hold, or there was none.
  record Unproven(Optional<FieldError> fault) implements Submission {}

  /// There is no such article, or it is not published.
  record NoThread() implements Submission {}

  /// The article takes no comments.
  record Closed() implements Submission {}

  /// Too many comments came from the same address; the next may come after `seconds`.
  record TooMany(long seconds) implements Submission {}
}
