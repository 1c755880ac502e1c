package news.nashra.articles.store;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleAddress;
import news.nashra.articles.Slug;
import news.nashra.articles.Status;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Gives articles their addresses: the first of a name on a day has the name alone, the others a
/// number, `-2`, `-3`. Thread-safe.
///
/// @param zone in which the day of publication is counted
public record FreeAddress(Table articles, ZoneId zone) {
  /// Addresses that are looked up together when the wanted one is taken.
  private static final int ADDRESSES_PER_LOOKUP = 50;

  /// `article` at the address of its slug, as the `number`th of that name on its day. An article
  /// that has an address keeps it unless another slug is asked for.
  public Article give(Article article, int number) {
    if (article.status() != Status.PUBLISHED) {
      return article;
    }
    var stem =
        article
            .place()
            .slug()
            .or(() -> Slug.find(article.content().headline()))
            .orElseGet(() -> article.id().toLowerCase(Locale.ROOT));
    var slug = number == 1 ? stem : Slug.numbered(stem, number);
    return article.movedTo(
        slug, ArticleAddress.path(article.publishedAt().orElseThrow(), zone, slug));
  }

  /// What became of a commit.
  ///
  /// @param article at the address that it was last given
  public record Placed(Article article, Transaction.Result result) {}

  /// Commits `next` after `before` at its address. While that belongs to another article, the next
  /// free number is tried.
  ///
  /// @return refused only for the head or the request
  public Placed commit(
      ArticleTransaction transaction,
      Optional<Article> before,
      Article next,
      Optional<KeyedRequests.Keyed> request) {
    int number = 1;
    while (true) {
      var after = give(next, number);
      var result = transaction.commit(before, after, request);
      if (!isTaken(result)) {
        return new Placed(after, result);
      }
      number = numberAfter(next, number);
    }
  }

  private static boolean isTaken(Transaction.Result result) {
    return result instanceof Transaction.Refused refused
        && !refused.failed(ArticleTransaction.HEAD)
        && !refused.failed(ArticleTransaction.REQUEST);
  }

  /// The first number after `taken` that is free.
  private int numberAfter(Article article, int taken) {
    var numbers = new HashMap<String, Integer>();
    for (int n = taken + 1; n <= taken + ADDRESSES_PER_LOOKUP; n++) {
      numbers.put(give(article, n).path().orElseThrow(), n);
    }
    var claims =
        numbers.keySet().stream().map(p -> ArticleItems.address(p, article.id()).key()).toList();
    articles.get(claims).stream()
        .filter(claim -> !claim.text("article").equals(article.id()))
        .forEach(claim -> numbers.remove(ArticleItems.claimedPath(claim)));
    return numbers.values().stream().min(Integer::compare).orElse(taken + ADDRESSES_PER_LOOKUP);
  }
}
