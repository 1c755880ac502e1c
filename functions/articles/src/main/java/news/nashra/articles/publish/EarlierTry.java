package news.nashra.articles.publish;

import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;

/// An earlier try of a request with an `Idempotency-Key`.
final class EarlierTry {
  private EarlierTry() {}

  /// Its result: the first revision, as it was answered then. If the article has been deleted
  /// since, there is none.
  static PublicationResult result(Table articles, KeyedRequests.Keyed request, Item earlier) {
    if (!request.isSame(earlier)) {
      return new PublicationResult.KeyReused();
    }
    return articles
        .get(ArticleItems.partition(earlier.text("article")), ArticleItems.revisionKey(1))
        .map(ArticleItems::read)
        .<PublicationResult>map(PublicationResult.Done::new)
        .orElseGet(PublicationResult.NoArticle::new);
  }
}
