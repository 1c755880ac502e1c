package news.nashra.comments.proof;

import java.time.Instant;
import news.nashra.core.FieldError;

/// What the check of a [Proof] found.
public sealed interface ProofResult {
  /// It holds, and may be spent once.
  ///
  /// @param field in which it came
  /// @param mark tells it from every other proof
  /// @param expires from this instant on it holds no more
  record Valid(String field, String mark, Instant expires) implements ProofResult {}

  /// It does not hold.
  record Invalid(FieldError fault) implements ProofResult {}

  /// A wrong answer, to a question that is spent with it.
  record WrongAnswer(FieldError fault, String mark, Instant expires) implements ProofResult {}

  /// There was none.
  record Missing() implements ProofResult {}

  static ProofResult invalid(String field, String phrase) {
    return new Invalid(FieldError.of(field, phrase));
  }
}
