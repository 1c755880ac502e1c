package news.nashra.articles.publish;

import java.util.List;
import news.nashra.articles.live.LiveChange;
import news.nashra.core.FieldError;

/// The result of a request that changes an entry of live coverage.
sealed interface EntryResult {
  /// Committed, now or by an earlier try of the same request.
  record Done(LiveChange change) implements EntryResult {}

  /// There is no such article or entry.
  record NoEntry() implements EntryResult {}

  /// The editor saw a revision of the entry that is not the current one.
  record Stale() implements EntryResult {}

  /// The state of the article forbids it.
  ///
  /// @param phrase that says why
  record Forbidden(String phrase, Object... args) implements EntryResult {}

  /// The key of the request was used before, for another request.
  record KeyReused() implements EntryResult {}

  record Invalid(List<FieldError> errors) implements EntryResult {
    public Invalid {
      errors = List.copyOf(errors);
    }
  }
}
