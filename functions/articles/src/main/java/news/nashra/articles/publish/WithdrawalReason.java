package news.nashra.articles.publish;

import java.time.Instant;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Status;
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

  /// The next revision of an article, withdrawn for this reason. One that is withdrawn already
  /// stays as it is, unless this says something else; what it does not say stays.
  Article withdraw(Article article, String editor, Instant now) {
    boolean again = article.status() == Status.WITHDRAWN;
    var known = article.revision();
    var why = again ? internal.or(known::reason) : internal;
    var words = again ? forReaders.or(known::publicReason) : forReaders;
    boolean same = again && why.equals(known.reason()) && words.equals(known.publicReason());
    return same ? article : article.withdrawn(why, editor, now).withPublicReason(words);
  }
}
