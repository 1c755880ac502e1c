package news.nashra.comments.submit;

import java.util.Optional;
import news.nashra.core.FieldError;

/// What became of a comment that was sent.
sealed interface SubmissionResult {
  /// It is stored, now or by an earlier try.
  record Accepted(String reference, String path) implements SubmissionResult {}

  /// Its proof does not hold, or there was none.
  record Unproven(Optional<FieldError> fault) implements SubmissionResult {}

  /// There is no such article, or it is not published.
  record NoThread() implements SubmissionResult {}

  /// The article takes no comments.
  record Closed() implements SubmissionResult {}

  /// Too many comments came from the same address; the next may come after `seconds`.
  record TooMany(long seconds) implements SubmissionResult {}
}
