package news.nashra.comments.proof;

import java.time.Instant;
import news.nashra.core.FieldError;

/// The outcome of checking a [Proof].
public sealed interface ProofResult {
  /// The proof is valid and may be used once.
  ///
  /// @param field that it was sent in
  /// @param mark tells it from every other proof
  /// @param expires the instant from which it is no longer valid
  /// @param weight what the comment counts in the rate window of its sender
  record Valid(String field, String mark, Instant expires, int weight) implements ProofResult {}

  /// The proof is not valid.
  record Invalid(FieldError fault) implements ProofResult {}

  /// The answer is wrong, and its question is spent.
  record WrongAnswer(FieldError fault, String mark, Instant expires) implements ProofResult {}

  /// There is no proof.
  record Missing() implements ProofResult {}

  static ProofResult invalid(String field, String phrase) {
    return new Invalid(FieldError.of(field, phrase));
  }
}
