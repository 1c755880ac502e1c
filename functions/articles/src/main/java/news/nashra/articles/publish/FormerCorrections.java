package news.nashra.articles.publish;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.nashra.articles.Article;
import news.nashra.articles.Correction;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Table;

/// Finds corrections that an article had and that were removed, in its revisions: an editor who
/// puts an old revision back names them by their instants. The instant of a correction is that of
/// the revision which added it, or a few milliseconds later.
///
/// Not thread-safe.
final class FormerCorrections {
  private final Table articles;
  private final Article current;
  private final Map<Long, Optional<Article>> read = new HashMap<>();

  FormerCorrections(Table articles, Article current) {
    this.articles = articles;
    this.current = current;
  }

  /// Those of `instants` that are of no correction the article ever had.
  Set<Instant> unknown(Set<Instant> instants) {
    var unknown = new HashSet<Instant>();
    for (var at : instants) {
      boolean known =
          newestBefore(at).stream()
              .flatMap(article -> article.corrections().stream())
              .map(Correction::at)
              .anyMatch(at::equals);
      if (!known) {
        unknown.add(at);
      }
    }
    return unknown;
  }

  /// The revision that was the current one at `instant`.
  private Optional<Article> newestBefore(Instant instant) {
    long low = 0;
    long high = current.revision().number();
    while (low < high) {
      long middle = (low + high + 1) / 2;
      if (revision(middle).filter(a -> !a.revision().at().isAfter(instant)).isPresent()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return revision(low);
  }

  private Optional<Article> revision(long number) {
    return number == 0
        ? Optional.empty()
        : read.computeIfAbsent(
            number,
            n ->
                articles
                    .get(ArticleItems.partition(current.id()), ArticleItems.revisionKey(n))
                    .map(ArticleItems::read));
  }
}
