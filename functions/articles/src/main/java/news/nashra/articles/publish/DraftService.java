package news.nashra.articles.publish;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.articles.store.ArticleItems;
import news.nashra.articles.store.ArticleTransaction;
import news.nashra.articles.store.KeyedRequests;
import news.nashra.core.Instants;
import news.nashra.core.Parallel;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// Makes drafts of withdrawn articles and of copies, and deletes drafts. Thread-safe.
record DraftService(
    Table articles,
    ArticleTransaction transaction,
    ArticlePictures pictures,
    Supplier<String> ids,
    InstantSource clock) {
  /// Gives a withdrawn article back as a draft, at the address and on the day that it had.
  ///
  /// @param seen the revision that must be the current one; empty for whichever is
  PublicationResult restore(String id, Writer writer, Optional<LongPredicate> seen) {
    while (true) {
      var before = find(id, writer);
      if (before.isEmpty()) {
        return new PublicationResult.NoArticle();
      }
      var withdrawn = before.get();
      if (withdrawn.status() != Status.WITHDRAWN) {
        return new PublicationResult.NotWithdrawn();
      }
      if (!seen.orElse(any -> true).test(withdrawn.revision().number())) {
        return new PublicationResult.Stale();
      }
      var draft = withdrawn.restored(writer.name(), Instants.now(clock));
      if (transaction.commit(before, draft, Optional.empty()) instanceof Transaction.Committed) {
        return new PublicationResult.Done(draft);
      }
      if (seen.isPresent()) {
        return new PublicationResult.Stale();
      }
    }
  }

  /// Makes a new draft with the content of an article; only once for requests with the same key.
  PublicationResult duplicate(String id, Writer writer, Optional<KeyedRequests.Keyed> request) {
    var now = Instants.now(clock);
    var original = find(id, writer);
    var earlier = request.flatMap(r -> r.find(articles, now));
    if (earlier.isPresent()) {
      return EarlierTry.result(articles, request.orElseThrow(), earlier.get());
    }
    if (original.isEmpty()) {
      return new PublicationResult.NoArticle();
    }
    var copy = original.get().duplicate(ids.get(), writer.name(), now);
    // A picture that was taken away stays named: whoever publishes the copy is told.
    pictures.noteUse(copy, now);
    return switch (transaction.commit(Optional.empty(), copy, request)) {
      case Transaction.Committed committed -> new PublicationResult.Done(copy);
      case Transaction.Refused refused ->
          EarlierTry.result(
              articles,
              request.orElseThrow(),
              refused.item(ArticleTransaction.REQUEST).orElseThrow());
    };
  }

  /// Deletes a draft that was never published, with everything stored about it but the working
  /// copies of its editors.
  ///
  /// @param seen tells whether the editor saw a given revision
  PublicationResult delete(String id, Writer writer, LongPredicate seen) {
    var found = find(id, writer);
    if (found.isEmpty()) {
      return new PublicationResult.NoArticle();
    }
    var draft = found.get();
    if (draft.status() != Status.DRAFT || draft.publishedAt().isPresent()) {
      return new PublicationResult.NoDraft();
    }
    if (!seen.test(draft.revision().number())) {
      return new PublicationResult.Stale();
    }
    var keys = ArticleItems.historyKeys(articles, id);
    int left = Math.max(0, keys.size() - ArticleTransaction.MAX_DELETED);
    if (transaction.deletion(draft, keys.subList(left, keys.size()))
        instanceof Transaction.Refused) {
      return new PublicationResult.Stale();
    }
    deleteAll(keys.subList(0, left));
    return new PublicationResult.Deleted();
  }

  /// Deletes what one transaction has no room for. It comes after the commit, so that a deletion
  /// that is refused deletes nothing. What is left when it breaks off belongs to no article.
  private void deleteAll(List<Key> keys) {
    Parallel.all(
        keys.stream()
            .<Callable<Boolean>>map(key ->
                () -> {
                  articles.delete(key);
                  return true;
                })
            .toList());
  }

  private Optional<Article> find(String id, Writer writer) {
    return ArticleItems.find(articles, id).filter(writer::mayChange);
  }
}
