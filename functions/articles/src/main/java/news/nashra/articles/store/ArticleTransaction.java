package news.nashra.articles.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.nashra.articles.Article;
import news.nashra.articles.Status;
import news.nashra.comments.CommentThread;
import news.nashra.comments.Threads;
import news.nashra.core.aws.Key;
import news.nashra.core.aws.Table;
import news.nashra.core.aws.Transaction;

/// The one transaction that changes an article. It writes the head, on condition that it still has
/// the revision, the status and the instant of publication that were seen, with nothing added to it
/// in place since; the new revision, the claim of its address, the keyed request and the comment
/// thread; and the difference between its entries and links before and after. Threads may share it.
///
/// @param closeAfterDays days from publication until comments close; 0 for never
public record ArticleTransaction(Table articles, Table comments, int closeAfterDays) {
  /// Labels of the writes that may be refused.
  public static final String HEAD = "head";

  /// How many items one transaction deletes beside the head and the entries of a draft.
  public static final int MAX_DELETED = Transaction.MAX_WRITES - 10;

  /// The condition that a head is still what was seen, with nothing added to it in place since.
  private static final String UNCHANGED = "revision = :seen AND updatedAt = :updatedAt";

  static final String ADDRESS = "address";
  public static final String REQUEST = "request";

  public Transaction.Result commit(
      Optional<Article> before, Article after, Optional<KeyedRequests.Keyed> request) {
    return articles.commit(build(before, after, request));
  }

  public Transaction build(
      Optional<Article> before, Article after, Optional<KeyedRequests.Keyed> request) {
    var transaction = new Transaction();
    head(before, after, transaction);
    transaction.put(articles, ArticleItems.revision(after));
    if (after.status() == Status.PUBLISHED && !after.path().equals(before.flatMap(Article::path))) {
      transaction.put(
          ADDRESS,
          articles,
          ArticleItems.expiring(
              ArticleItems.address(after.path().orElseThrow(), after.id()), after),
          "attribute_not_exists(pk) OR article = :id",
          Map.of(":id", after.id()));
    }
    request.ifPresent(
        r -> r.write(after.id(), after.revision().at(), Map.of(), articles, transaction));
    thread(before, after).ifPresent(thread -> Threads.write(thread, comments, transaction));
    difference(before, after, transaction);
    return transaction;
  }

  /// Deletes a draft, on condition that it is still at this revision, with its entries and with
  /// what `keys` name.
  ///
  /// @param keys at most [#MAX_DELETED]
  public Transaction.Result deletion(Article draft, Collection<Key> keys) {
    var deletion = new Transaction();
    deletion.delete(HEAD, articles, ArticleItems.headKey(draft.id()), UNCHANGED, unchanged(draft));
    ArticleItems.derived(draft).values().forEach(item -> deletion.delete(articles, item.key()));
    keys.forEach(key -> deletion.delete(articles, key));
    return articles.commit(deletion);
  }

  /// Adds the writes for an article that has something new for its readers at the same revision:
  /// the head and what is derived from it.
  public void update(Article before, Article after, Transaction transaction) {
    head(Optional.of(before), after, transaction);
    difference(Optional.of(before), after, transaction);
  }

  private void head(Optional<Article> before, Article after, Transaction transaction) {
    var item = ArticleItems.head(after);
    if (before.isEmpty()) {
      transaction.create(HEAD, articles, item);
    } else {
      var condition = new StringBuilder(UNCHANGED + " AND #status = :status");
      var seen = new HashMap<String, Object>(unchanged(before.get()));
      seen.put(":status", before.get().status().word());
      before
          .get()
          .schedule()
          .publishAt()
          .ifPresent(at -> {
            condition.append(" AND " + ArticleItems.PUBLISH_AT + " = :publishAt");
            seen.put(":publishAt", at);
          });
      transaction.put(HEAD, articles, item, condition.toString(), seen);
    }
  }

  private static Map<String, ?> unchanged(Article seen) {
    return Map.of(":seen", seen.revision().number(), ":updatedAt", seen.updatedAt());
  }

  private void difference(Optional<Article> before, Article after, Transaction transaction) {
    var old = before.map(ArticleItems::derived).orElse(Map.of());
    var fresh = ArticleItems.derived(after);
    old.forEach((key, item) -> {
      if (!fresh.containsKey(key)) {
        transaction.delete(articles, item.key());
      }
    });
    fresh.forEach((key, item) -> {
      if (!item.equals(old.get(key))) {
        transaction.put(articles, item);
      }
    });
  }

  /// What comments need to know about the article, if readers get to see the change. What is
  /// written while it is not public, its next headline for one, is not for moderators either.
  private Optional<CommentThread> thread(Optional<Article> before, Article article) {
    boolean shown =
        article.status() == Status.PUBLISHED
            || before.filter(earlier -> earlier.status() == Status.PUBLISHED).isPresent();
    return article
        .path()
        .filter(path -> shown)
        .map(path ->
            new CommentThread(
                article.id(),
                path,
                article.content().headline(),
                article.content().commentsOpen() && article.status() == Status.PUBLISHED,
                article.status() != Status.PUBLISHED,
                article.commentsCloseAt(closeAfterDays),
                article.forgottenAt()));
  }
}
