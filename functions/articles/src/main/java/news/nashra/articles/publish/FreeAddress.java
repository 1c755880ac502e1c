package news.nashra.articles.publish;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import news.nashra.articles.Article;
import news.nashra.articles.ArticleAddress;
import news.nashra.articles.Slug;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.core.aws.Table;

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

  /// The first number after `taken` that is free.
  public int numberAfter(Article article, int taken) {
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
