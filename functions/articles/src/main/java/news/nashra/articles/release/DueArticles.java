package news.nashra.articles.release;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.nashra.articles.Article;
import news.nashra.articles.ListName;
import news.nashra.articles.Revision;
import news.nashra.articles.draft.RelatedArticles;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.FreeAddress;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Item;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;
import news.nashra.site.Site;

/// The articles that are due, and the transactions that do to them what is due. Thread-safe.
final class DueArticles {
  private final Table articles;
  private final FreeAddress addresses;
  private final ArticleTransaction transaction;
  private final String expired;

  DueArticles(Table articles, Table comments, Site site) {
    var edition = site.edition();
    this.articles = articles;
    this.addresses = new FreeAddress(articles, edition.timeZone());
    this.transaction =
        new ArticleTransaction(articles, comments, edition.comments().closeAfterDays());
    this.expired = site.messages().get("article.expired");
  }

  /// What is due until `horizon`, the oldest first. Two queries, whose cost does not depend on what
  /// is due later.
  List<Due> until(Instant horizon) {
    return Parallel.both(
        () -> entries(ListName.SCHEDULED, Due.Act.RELEASE, horizon),
        () -> entries(ListName.EXPIRING, Due.Act.WITHDRAW, horizon),
        (releases, ends) ->
            Stream.concat(releases.stream(), ends.stream())
                .sorted(Comparator.comparing(Due::at))
                .toList());
  }

  private List<Due> entries(ListName list, Due.Act act, Instant horizon) {
    var from = Instants.format(Instant.EPOCH);
    var to = Instants.format(horizon);
    return articles.between(list.partition(), from, to, Integer.MAX_VALUE).stream()
        .map(Item::sk)
        .map(key -> Due.entry(act, key))
        .toList()
        .reversed();
  }

  /// What is next to be done to one article.
  Optional<Due> next(String id) {
    return ArticleItems.find(articles, id).flatMap(Due::next);
  }

  /// Does what is due, in one transaction on condition that it is still due. If the article was
  /// edited meanwhile, what was edited is released.
  ///
  /// @return the article as it is now; empty if there is nothing to do any more
  Optional<Article> carryOut(Due due, Waiting clock) {
    while (true) {
      var before = ArticleItems.find(articles, due.id()).filter(due::holdsFor);
      if (before.isEmpty()) {
        return Optional.empty();
      }
      var done = commit(before.get(), after(due, before.get(), clock));
      if (done.isPresent()) {
        return done;
      }
    }
  }

  private Article after(Due due, Article before, Waiting clock) {
    var now = clock.now();
    return switch (due.act()) {
      case RELEASE -> {
        if (before.schedule().hasEnded(now)) {
          // After an outage. Nobody sees what is over by now.
          yield withdrawn(before, now);
        }
        var related =
            before.schedule().choosesRelated()
                ? RelatedArticles.newest(articles, before.content()).keys()
                : before.references().related();
        yield before.released(related, now);
      }
      case WITHDRAW -> withdrawn(before, now);
    };
  }

  private Article withdrawn(Article before, Instant now) {
    return before.withdrawn(Optional.of(expired), Revision.BY_SCHEDULE, now);
  }

  /// Commits the next revision.
  ///
  /// @return empty if the article has another revision now
  private Optional<Article> commit(Article before, Article next) {
    var placed = addresses.commit(transaction, Optional.of(before), next, Optional.empty());
    return switch (placed.result()) {
      case Transaction.Committed committed -> Optional.of(placed.article());
      case Transaction.Refused refused -> Optional.empty();
    };
  }
}
