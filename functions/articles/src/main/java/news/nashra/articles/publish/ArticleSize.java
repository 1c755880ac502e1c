package news.nashra.articles.publish;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleLimits;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.FieldError;

/// Whether a revision fits into one transaction and one DynamoDB item. What an editor sends is
/// within its limits, but an article grows with its revisions: its corrections, former addresses
/// and former lists are kept.
final class ArticleSize {
  private ArticleSize() {}

  /// The fault of `after` if it exceeds the limits. A revision that adds no correction is not
  /// refused because of earlier ones.
  static Optional<FieldError> fault(Optional<Article> before, Article after) {
    int corrections = after.corrections().size();
    if (corrections > before.map(article -> article.corrections().size()).orElse(0)) {
      if (corrections > ArticleLimits.CORRECTIONS) {
        return fault("correction", "error.tooManyCorrections", ArticleLimits.CORRECTIONS);
      }
      if (correctionBytes(after) > ArticleLimits.CORRECTIONS_KIB * 1024) {
        return fault("correction", "error.correctionsTooLarge", ArticleLimits.CORRECTIONS_KIB);
      }
    }
    return ArticleItems.head(after).bytes() > ArticleLimits.ARTICLE_KIB * 1024
        ? fault("bodyHtml", "error.articleTooLarge", ArticleLimits.ARTICLE_KIB)
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
