package news.nashra.comments.submit;

import java.util.Optional;
import news.nashra.core.FieldError;

/// The outcome of submitting a comment.
sealed interface SubmissionResult {
  /// The comment is stored, by this request or an earlier one.
  record Accepted(String reference, String path) implements SubmissionResult {}

  /// The proof is missing or does not hold.
  ///
  /// @param fault empty if the proof is missing
  record BadProof(Optional<FieldError> fault) implements SubmissionResult {}

  /// The article does not exist or is not published.
  record NoThread() implements SubmissionResult {}

  /// The article does not accept comments.
  record Closed() implements SubmissionResult {}

  /// Moderators have closed the comments of all articles.
  record ClosedEverywhere() implements SubmissionResult {}

  /// It has an answer to a question, and moderators have switched questions off.
  record QuestionsOff() implements SubmissionResult {}

  /// Too many comments came from the same address; it may send the next one after `seconds`.
  record TooMany(long seconds) implements SubmissionResult {}
}
