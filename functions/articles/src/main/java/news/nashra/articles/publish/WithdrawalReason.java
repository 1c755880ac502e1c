package news.nashra.articles.publish;

import java.util.Optional;
import news.nashra.articles.ArticleLimits;
import news.nashra.core.http.Fields;

/// Why an article is withdrawn.
///
/// @param internal for the record
/// @param forReaders on the page that is at its address from then on; empty for no page
record WithdrawalReason(Optional<String> internal, Optional<String> forReaders) {
  /// The fields `reason` and `publicReason`.
  static WithdrawalReason read(Fields fields) {
    return new WithdrawalReason(
        fields.line("reason", ArticleLimits.REASON),
        fields.line("publicReason", ArticleLimits.PUBLIC_REASON));
  }
}
