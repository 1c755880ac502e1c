package news.nashra.articles.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.Correction;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.FieldError;
import news.nashra.core.aws.Transaction;

/// Whether a revision fits into one transaction and one DynamoDB item. What an editor sends is
/// within its limits, but an article grows with its revisions: its corrections, former addresses
/// and former lists are kept.
final class ArticleSize {
  private ArticleSize() {}

  /// The fault of `after` if it exceeds the limits. A revision that leaves the corrections and the
  /// address as they are is not refused because of them.
  ///
  /// @param corrections the field that changes corrections
  static Optional<FieldError> fault(Optional<Article> before, Article after, String corrections) {
    var former = before.map(Article::corrections).orElse(List.of());
    if (!after.corrections().equals(former)) {
      if (listed(former, after.corrections()) > ArticleLimits.CORRECTIONS) {
        return fault(corrections, "error.tooManyCorrections", ArticleLimits.CORRECTIONS);
      }
      if (correctionBytes(after) > ArticleLimits.CORRECTIONS_KIB * 1024) {
        return fault(corrections, "error.correctionsTooLarge", ArticleLimits.CORRECTIONS_KIB);
      }
    }
    var addresses = after.place().formerPaths().size();
    if (addresses > ArticleLimits.FORMER_ADDRESSES
        && addresses > before.map(a -> a.place().formerPaths().size()).orElse(0)) {
      return fault("slug", "error.tooManyAddresses", ArticleLimits.FORMER_ADDRESSES);
    }
    return ArticleItems.head(after).bytes() > ArticleLimits.ARTICLE_KIB * 1024
        ? fault("bodyHtml", "error.articleTooLarge", ArticleLimits.ARTICLE_KIB)
        : Optional.empty();
  }

  /// How many entries of corrections one transaction writes: those that stay or come, and those
  /// that go.
  private static int listed(List<Correction> before, List<Correction> after) {
    return (int)
        Stream.of(before, after).flatMap(List::stream).map(Correction::at).distinct().count();
  }

  /// The fault of a change that takes more writes or bytes than a transaction has. Too many writes
  /// only happen to an article with more than 18 corrections that gets another headline, other
  /// tags, authors, sections and related articles all at once; several revisions do it. Too many
  /// bytes take texts that are all as long as they may be, in letters with many marks: each list
  /// that shows the article has a copy of them.
  static Optional<FieldError> fault(Transaction change) {
    return change.size() > Transaction.MAX_WRITES || change.bytes() > Transaction.MAX_BYTES
        ? Optional.of(FieldError.of("tags", "error.tooManyChanges"))
        : Optional.empty();
  }

  private static int correctionBytes(Article article) {
    return article.corrections().stream()
        .mapToInt(correction -> correction.text().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private static Optional<FieldError> fault(String field, String phrase, int limit) {
    return Optional.of(FieldError.of(field, phrase, limit));
  }
}
