package news.nashra.articles.release;

import java.time.Instant;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Entry;
import news.nashra.articles.Status;
import news.nashra.core.Instants;

/// What the clock is to do to an article.
///
/// @param at when
/// @param id of the article
record Due(Act act, Instant at, String id) {
  /// Publishes an article that is scheduled, or withdraws a published one that ends.
  enum Act {
    RELEASE,
    WITHDRAW
  }

  /// What the entry of a list says.
  ///
  /// @param key its sort key, `<instant>#<id>`
  static Due entry(Act act, String key) {
    return new Due(act, Instants.parse(key.substring(0, key.indexOf('#'))), Entry.id(key));
  }

  /// What is next to be done to an article.
  static Optional<Due> next(Article article) {
    var act = article.status() == Status.SCHEDULED ? Act.RELEASE : Act.WITHDRAW;
    return article.dueAt().map(at -> new Due(act, at, article.id()));
  }

  /// Whether it is still to be done: the article may have been done, edited or put off meanwhile.
  boolean holdsFor(Article article) {
    return next(article).filter(this::equals).isPresent();
  }
}
