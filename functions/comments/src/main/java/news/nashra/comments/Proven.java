package news.nashra.comments;

import java.time.Instant;
import news.nashra.core.http.FieldError;

/// What the check of a [Proof] found.
sealed interface Proven {
  /// It holds, and may be spent once.
  ///
  /// @param field in which it came
  /// @param mark tells it from every other proof
  /// @param expires from this instant on it holds no more
  record Good(String field, String mark, Instant expires) implements Proven {}

  /// It does not hold.
  record Bad(FieldError fault) implements Proven {}

  /// A wrong answer, to a question that is spent with it.
  record Wrong(FieldError fault, String mark, Instant expires) implements Proven {}

  /// There was none.
  record Missing() implements Proven {}

  static Proven bad(String field, String phrase) {
    return new Bad(FieldError.of(field, phrase));
  }
}
